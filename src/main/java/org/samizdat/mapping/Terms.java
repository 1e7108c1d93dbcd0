package org.samizdat.mapping;

import java.util.Optional;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.apache.jena.langtagx.LangTagX;
import org.apache.jena.riot.process.normalize.NormalizeRDFTerms;

/** Which IRIs and literals may be published, and their one canonical form. Holds for tables and RDF files alike. */
final class Terms {
    /** No fact is that long; a longer literal is a file put into a cell by mistake. Counted in UTF-16 units. */
    static final int MAX_LITERAL = 1 << 20;

    private static final int MAX_IRI = 2_000;
    private static final String FORBIDDEN = "<>\"{}|\\^`";

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

    /** RFC 3987, with the schemes of docs/publication.md, and nothing that breaks out of Turtle, HTML or a header. */
    static Optional<String> iriFault(String iri) {
        if (!hasPublishedScheme(iri)) {
            return Optional.of("does not begin with http://, https://, urn: or mailto:");
        }
        if (iri.length() > MAX_IRI) {
            return Optional.of("is longer than " + MAX_IRI + " characters");
        }
        Optional<String> character = characterFault(iri);
        return character.isPresent() ? character : syntaxFault(iri);
    }

    private static boolean hasPublishedScheme(String iri) {
        return iri.startsWith("http://")
                || iri.startsWith("https://")
                || iri.startsWith("urn:")
                || iri.startsWith("mailto:");
    }

    private static Optional<String> characterFault(String iri) {
        for (int i = 0; i < iri.length(); ) {
            int c = iri.codePointAt(i);
            if (c <= ' ' || FORBIDDEN.indexOf(c) >= 0 || (c > '~' && isInvisible(c))) {
                return Optional.of("holds the character U+" + String.format("%04X", c) + ", which no IRI may");
            }
            i += Character.charCount(c);
        }
        return Optional.empty();
    }

    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static Optional<String> syntaxFault(String iri) {
        try {
            String host = IRIx.create(iri).scheme().startsWith("http") ? authority(iri) : "none";
            if (host.isEmpty()) {
                return Optional.of("names no host");
            }
            return host.indexOf('@') >= 0 ? Optional.of("holds a user name") : Optional.empty();
        } catch (IRIException e) {
            return Optional.of("is not an IRI (RFC 3987)");
        }
    }

    /** What stands between the slashes and the path. */
    private static String authority(String iri) {
        int start = iri.indexOf("//") + 2;
        int end = start;
        while (end < iri.length() && "/?#".indexOf(iri.charAt(end)) < 0) {
            end++;
        }
        return iri.substring(start, end);
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

    /** BCP 47, well-formed. */
    static boolean isLanguage(String tag) {
        return LangTagX.checkLanguageTag(tag);
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
