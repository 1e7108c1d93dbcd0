package org.samizdat.mapping;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.TestManifest;
import org.apache.jena.vocabulary.VOID;
import org.samizdat.vocab.Vann;

/**
 * Moves a publication to another base IRI: each IRI that begins with the canonical one, node by node, never in text.
 * Literals stay as they are, but for the objects of the few properties whose literals are IRIs of namespaces, and for the
 * expected answers of queries, in which IRIs stand in angle brackets, or at the beginning of a cell.
 */
public final class BaseMapping extends StreamRDFWrapper {
    private static final Set<Node> PROPERTIES_OF_NAMESPACES =
            Set.of(Vann.PREFERRED_NAMESPACE_URI, VOID.uriSpace.asNode(), SHACL.namespace);

    private final String from;
    private final String to;
    private final Pattern inAnswer;

    /**
     * @param from the canonical base IRI, ending in {@code /}
     * @param to the one to publish under, ending in {@code /}
     */
    public BaseMapping(String from, String to, StreamRDF out) {
        super(out);
        this.from = from;
        this.to = to;
        this.inAnswer = Pattern.compile("(?m)(^|[<,])" + Pattern.quote(from));
    }

    @Override
    public void triple(Triple triple) {
        super.triple(map(triple));
    }

    @Override
    public void quad(Quad quad) {
        super.quad(Quad.create(map(quad.getGraph()), map(quad.asTriple())));
    }

    @Override
    public void prefix(String prefix, String iri) {
        super.prefix(prefix, map(iri));
    }

    @Override
    public void base(String base) {
        super.base(map(base));
    }

    private Triple map(Triple triple) {
        return Triple.create(
                map(triple.getSubject()),
                map(triple.getPredicate()),
                object(triple.getPredicate(), triple.getObject()));
    }

    private Node object(Node predicate, Node object) {
        if (object.isLiteral() && PROPERTIES_OF_NAMESPACES.contains(predicate)) {
            return literal(map(object.getLiteralLexicalForm()), object);
        }
        if (object.isLiteral() && predicate.equals(TestManifest.result.asNode())) {
            String text = object.getLiteralLexicalForm();
            return literal(inAnswer.matcher(text).replaceAll("$1" + Matcher.quoteReplacement(to)), object);
        }
        return map(object);
    }

    private static Node literal(String text, Node like) {
        return NodeFactory.createLiteralDT(text, like.getLiteralDatatype());
    }

    /** A node under the other base; also one that stands alone, such as the name of a graph. */
    public Node map(Node node) {
        if (node == null) {
            return null;
        }
        if (node.isURI() && node.getURI().startsWith(from)) {
            return NodeFactory.createURI(map(node.getURI()));
        }
        return node.isTripleTerm() ? NodeFactory.createTripleTerm(map(node.getTriple())) : node;
    }

    private String map(String iri) {
        return iri.startsWith(from) ? to + iri.substring(from.length()) : iri;
    }
}
