package org.samizdat.page;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.samizdat.table.Edtf;

/** The rows of a result along an axis, if one of its columns holds dates. */
final class ResultTimeline {
    private static final int ROWS = 400;

    private ResultTimeline() {}

    /** By the first column of dates; a second one says when it ended. */
    static Optional<Timeline> of(Solutions solutions, Names names) {
        List<Var> dates = solutions.columns(node -> Span.of(node).isPresent());
        List<Timeline.Entry> entries = solutions.rows().stream()
                .flatMap(row -> span(row, dates).stream()
                        .map(span -> new Timeline.Entry(solutions.title(row, dates, names), span.words(), span, false)))
                .sorted(Comparator.comparing(Timeline.Entry::span, Span.IN_TIME))
                .limit(ROWS)
                .toList();
        return entries.isEmpty() ? Optional.empty() : Optional.of(Timeline.of(entries));
    }

    private static Optional<Span> span(Binding row, List<Var> dates) {
        Optional<Span> begin = dates.stream().findFirst().flatMap(column -> span(row, column));
        Optional<Span> end = dates.stream().skip(1).findFirst().flatMap(column -> span(row, column));
        return begin.flatMap(first -> end.flatMap(last -> from(first, last))).or(() -> begin);
    }

    private static Optional<Span> span(Binding row, Var column) {
        return Solutions.value(row, column).flatMap(Span::of);
    }

    /** Of two plain dates, if the second is not before the first. */
    private static Optional<Span> from(Span first, Span last) {
        String both = first.date() + "/" + last.date();
        return Edtf.error(both).isEmpty() ? Optional.of(new Span(Edtf.parse(both))) : Optional.empty();
    }
}
