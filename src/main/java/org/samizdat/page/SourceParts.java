package org.samizdat.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;

/** How a source is divided: {@code dcterms:isPartOf} from its sentences up to the document. */
final class SourceParts {
    /** Deeper than any document is divided; also an end to parts that are parts of each other. */
    private static final int DEPTH = 10;

    private SourceParts() {}

    /** What a part lies in, the largest last; nothing for a whole. */
    static List<Node> within(Graph graph, Node part) {
        List<Node> wholes = new ArrayList<>();
        Optional<Node> whole = whole(graph, part);
        while (whole.isPresent() && wholes.size() < DEPTH) {
            wholes.add(whole.get());
            whole = whole(graph, whole.get());
        }
        return wholes;
    }

    private static Optional<Node> whole(Graph graph, Node part) {
        return graph.find(part, DCTerms.isPartOf.asNode(), Node.ANY)
                .mapWith(Triple::getObject)
                .filterKeep(Node::isURI)
                .nextOptional();
    }
}
