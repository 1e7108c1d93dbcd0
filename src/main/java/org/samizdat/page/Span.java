package org.samizdat.page;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.samizdat.table.Edtf;

/**
 * When something was, with the doubt that the source leaves.
 *
 * @param date as it was written
 */
record Span(Edtf date) {
    /** The earliest first; what has no beginning before what has one. */
    static final Comparator<Span> IN_TIME = Comparator.comparing(Span::sortDate)
            .thenComparing(span -> span.date().latestEnd().orElse(LocalDate.MAX))
            .thenComparing(span -> span.date().toString());

    private static final String EDTF = "http://id.loc.gov/datatypes/edtf/EDTF";
    private static final Set<String> DATES = Set.of(
            EDTF, XSDDatatype.XSDdate.getURI(), XSDDatatype.XSDgYear.getURI(), XSDDatatype.XSDgYearMonth.getURI());

    /** Of a literal that is a date; empty for all other nodes. */
    static Optional<Span> of(Node node) {
        if (!node.isLiteral() || !DATES.contains(node.getLiteralDatatypeURI())) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Span(Edtf.parse(node.getLiteralLexicalForm())));
        } catch (IllegalArgumentException foreign) {
            // A date with a time zone, or another form of EDTF: shown as it is written, and not drawn.
            return Optional.empty();
        }
    }

    /** In plain words. */
    String words() {
        return DateWords.of(date.toString());
    }

    private LocalDate sortDate() {
        return date.earliestStart().or(date::earliestEnd).orElse(LocalDate.MIN);
    }

    /** Whether it may have been in any of these years. */
    boolean mayBeIn(int from, int to) {
        boolean begins = date.earliestStart().map(day -> day.getYear() <= to).orElse(true);
        boolean ends = date.latestEnd().map(day -> day.getYear() >= from).orElse(true);
        return begins && ends;
    }

    /** The first day that is known of it. */
    LocalDate first() {
        return date.earliestStart().or(date::earliestEnd).orElseThrow();
    }

    /** The last day that is known of it. */
    LocalDate last() {
        return date.latestEnd().or(date::latestStart).orElseThrow();
    }
}
