package org.samizdat.mapping;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.irix.IRIxResolver;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.FactoryRDFStd;
import org.apache.jena.riot.system.ParserProfileStd;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.core.Quad;
import org.samizdat.table.Iris;

/** What a parser of RIOT makes its terms with: each is held to the rules of {@link Terms} at the place where it stands. */
final class StrictProfile extends ParserProfileStd {
    static final String BLANK_NODE = "Blank nodes are not accepted; give the thing an IRI, so that it keeps its name";

    private static final int KNOWN_IRIS = 10_000;
    private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");

    private final ErrorHandler faults;
    private final Map<String, Node> goodIris = new HashMap<>();
    private long line;
    private boolean blankNode;

    StrictProfile(ErrorHandler faults, IRIxResolver resolver) {
        super(new FactoryRDFStd(), faults, resolver, PrefixMapFactory.create(), ARQ.getContext(), true, true);
        this.faults = faults;
    }

    /** The line of the last triple. */
    long line() {
        return line;
    }

    /** Whether a blank node was reported. */
    boolean sawBlankNode() {
        return blankNode;
    }

    @Override
    public Node createURI(String iri, long line, long column) {
        Node known = goodIris.get(iri);
        return known == null ? newIri(iri, line, column) : known;
    }

    private Node newIri(String iri, long line, long column) {
        if (ABSOLUTE.matcher(iri).lookingAt()) {
            // Before the parser says the same in other words.
            Iris.fault(iri).ifPresent(why -> faults.warning("<" + cut(iri) + "> " + why, line, column));
        }
        Node node = super.createURI(iri, line, column);
        if (!node.isURI()) {
            reportBlank(line, column);
        } else if (isGood(node, line, column)) {
            if (goodIris.size() == KNOWN_IRIS) {
                goodIris.clear();
            }
            goodIris.put(iri, node);
        }
        return node;
    }

    @Override
    public void setBaseIRI(String base) {
        goodIris.clear();
        super.setBaseIRI(base);
    }

    @Override
    public Node createTypedLiteral(String text, RDFDatatype datatype, long line, long column) {
        return literal(getFactorRDF().createTypedLiteral(text, datatype), line, column);
    }

    @Override
    public Node createLangLiteral(String text, String language, long line, long column) {
        if (!Terms.isLanguage(language)) {
            faults.warning("'" + language + "' is not a language tag (BCP 47)", line, column);
        }
        return literal(getFactorRDF().createLangLiteral(text, language), line, column);
    }

    @Override
    public Node createLangDirLiteral(String text, String language, String direction, long line, long column) {
        return literal(super.createLangDirLiteral(text, language, direction, line, column), line, column);
    }

    @Override
    public Node createStringLiteral(String text, long line, long column) {
        return literal(super.createStringLiteral(text, line, column), line, column);
    }

    private Node literal(Node literal, long line, long column) {
        return isGood(literal, line, column) ? Terms.canonical(literal) : literal;
    }

    private boolean isGood(Node term, long line, long column) {
        var fault = Terms.fault(term);
        fault.ifPresent(why -> faults.warning(name(term) + " " + why, line, column));
        return fault.isEmpty();
    }

    private static String name(Node term) {
        return term.isURI()
                ? "<" + cut(term.getURI()) + ">"
                : "The literal '" + cut(term.getLiteralLexicalForm()) + "'";
    }

    private static String cut(String text) {
        return text.length() > 100 ? text.substring(0, text.offsetByCodePoints(0, 50)) + "…" : text;
    }

    @Override
    public Node createBlankNode(Node scope, String label, long line, long column) {
        reportBlank(line, column);
        return super.createBlankNode(scope, label, line, column);
    }

    @Override
    public Node createBlankNode(Node scope, long line, long column) {
        reportBlank(line, column);
        return super.createBlankNode(scope, line, column);
    }

    private void reportBlank(long line, long column) {
        blankNode = true;
        faults.warning(BLANK_NODE, line, column);
    }

    @Override
    public Triple createTriple(Node subject, Node predicate, Node object, long line, long column) {
        this.line = line;
        return super.createTriple(subject, predicate, object, line, column);
    }

    @Override
    public Quad createQuad(Node graph, Node subject, Node predicate, Node object, long line, long column) {
        this.line = line;
        return super.createQuad(graph, subject, predicate, object, line, column);
    }
}
