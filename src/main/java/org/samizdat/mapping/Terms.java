package org.samizdat.mapping;

import java.util.Optional;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.apache.jena.riot.process.normalize.NormalizeRDFTerms;
import org.samizdat.table.Base;
import org.samizdat.table.Iris;

/** Which IRIs and literals may be published, and their one canonical form. Holds for tables and RDF files alike. */
final class Terms {
    /** No fact is that long; a longer literal is a file put into a cell by mistake. Counted in UTF-16 units. */
    static final int MAX_LITERAL = 1 << 20;

    private Terms() {}

    /** Why a term cannot be published, as the predicate of a sentence ("is not …"); nothing if it can. */
    static Optional<String> fault(Node term) {
        if (term.isURI()) {
            return iriFault(term.getURI());
        }
        if (term.isTripleTerm()) {
            return Editions.terms(term.getTriple())
                    .flatMap(part -> fault(part).stream())
                    .findFirst();
        }
        return term.isLiteral() ? literalFault(term) : Optional.empty();
    }

    /** RFC 3987, and what {@link Iris} wants beyond it. */
    private static Optional<String> iriFault(String iri) {
        return Iris.fault(iri).or(() -> syntaxFault(iri));
    }

    private static Optional<String> syntaxFault(String iri) {
        try {
            IRIx.create(iri);
            return Optional.empty();
        } catch (IRIException e) {
            return Optional.of("is not an IRI (RFC 3987)");
        }
    }

    private static Optional<String> literalFault(Node literal) {
        String text = literal.getLiteralLexicalForm();
        if (text.length() > MAX_LITERAL) {
            return Optional.of("is longer than " + MAX_LITERAL + " characters");
        }
        if (hasLoneSurrogate(text)) {
            return Optional.of("holds half a character");
        }
        if (literal.getLiteralBaseDirection() != null) {
            return Optional.of("has a base direction, which RDF 1.1 does not know");
        }
        String language = literal.getLiteralLanguage();
        if (!language.isEmpty()) {
            return isLanguage(language) ? Optional.empty() : Optional.of("has a bad language tag '" + language + "'");
        }
        return lexicalFault(text, literal.getLiteralDatatype());
    }

    private static Optional<String> lexicalFault(String text, RDFDatatype datatype) {
        if (datatype.equals(XSDDatatype.XSDstring)) {
            return Optional.empty();
        }
        Optional<String> name = iriFault(datatype.getURI());
        if (name.isPresent()) {
            return Optional.of("has a datatype that " + name.get());
        }
        return datatype.isValid(text)
                ? Optional.empty()
                : Optional.of("is not written as its datatype " + datatype.getURI() + " demands");
    }

    private static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(++i))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** As in a cell of a table. */
    static boolean isLanguage(String tag) {
        return Base.LANGUAGE.check(tag).isEmpty();
    }

    /**
     * The one literal of several with the same value. The forms are those in which TDB2 gives inlined values back, so that store
     * and dumps agree: canonical XSD, decimals with a point (as in XSD 1.0).
     *
     * @param term any good term; what is not a typed literal comes back as it is
     */
    static Node canonical(Node term) {
        if (term.isTripleTerm()) {
            Triple triple = term.getTriple();
            return NodeFactory.createTripleTerm(
                    triple.getSubject(), triple.getPredicate(), canonical(triple.getObject()));
        }
        if (!term.isLiteral() || term.getLiteralDatatype().equals(XSDDatatype.XSDstring)) {
            return term;
        }
        RDFDatatype datatype = term.getLiteralDatatype();
        String text = term.getLiteralLexicalForm();
        if (datatype instanceof XSDDatatype && !text.equals(text.strip())) {
            return NormalizeRDFTerms.get().normalize(NodeFactory.createLiteralDT(text.strip(), datatype));
        }
        return NormalizeRDFTerms.get().normalize(term);
    }
}
