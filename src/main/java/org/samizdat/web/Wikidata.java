package org.samizdat.web;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.SKOS;
import org.samizdat.document.Addresses;
import org.samizdat.http.Answer;
import org.samizdat.http.HttpProblem;

/** From an item of Wikidata to the thing of this publication that it is linked from. */
final class Wikidata {
    private static final String ENTITY = "http://www.wikidata.org/entity/";
    private static final Pattern ITEM = Pattern.compile("[QPL][1-9][0-9]{0,14}");

    /** From the closest to the loosest; any other link comes last. */
    private static final List<Node> LINKS =
            List.of(OWL.sameAs.asNode(), SKOS.exactMatch.asNode(), SKOS.closeMatch.asNode(), Node.ANY);

    private final DatasetGraph data;
    private final Addresses addresses;

    Wikidata(DatasetGraph data, Addresses addresses) {
        this.data = data;
        this.addresses = addresses;
    }

    /** @throws HttpProblem if no thing links to it, or several do in the same way */
    Answer thing(String item) {
        if (!ITEM.matcher(item).matches()) {
            throw HttpProblem.notFound();
        }
        Node entity = NodeFactory.createURI(ENTITY + item);
        return Txn.calculateRead(
                data,
                () -> LINKS.stream()
                        .map(link -> names(entity, link))
                        .filter(names -> !names.isEmpty())
                        .findFirst()
                        .map(Wikidata::answer)
                        .orElseThrow(HttpProblem::notFound));
    }

    private List<String> names(Node entity, Node link) {
        return data
                .getDefaultGraph()
                .find(Node.ANY, link, entity)
                .mapWith(Triple::getSubject)
                .mapWith(addresses::name)
                .filterKeep(Optional::isPresent)
                .mapWith(Optional::get)
                .toList()
                .stream()
                .distinct()
                .sorted()
                .toList();
    }

    private static Answer answer(List<String> names) {
        List<String> locations = names.stream()
                .map(name -> "../" + Addresses.THING + Addresses.encode(name))
                .toList();
        if (locations.size() > 1) {
            throw HttpProblem.several(locations);
        }
        return Answer.redirect(303, locations.getFirst());
    }
}
