package org.samizdat.page;

import java.util.List;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.samizdat.document.Addresses;

/** Arranges the network as a page and as data. */
final class NetworkPages {
    private static final int LISTED = 60;

    private final Network network;
    private final Material material;
    private final Names names;

    NetworkPages(Material material, Network network) {
        this.network = network;
        this.material = material;
        this.names = material.names("");
    }

    NetworkPage page() {
        List<NetworkPage.Node> most = network.degrees().entrySet().stream()
                .limit(LISTED)
                .map(entry -> new NetworkPage.Node(names.link(entry.getKey()), entry.getValue()))
                .toList();
        return new NetworkPage(
                material.frames().frame("Network", "", "", ""),
                network.degrees().size(),
                network.edges().size(),
                network.complete(),
                most,
                network.degrees().keySet().stream()
                        .map(material.symbols()::of)
                        .distinct()
                        .sorted()
                        .toList(),
                Assets.CYTOSCAPE.path(),
                Assets.NETWORK.path());
    }

    /** Elements in the form of Cytoscape.js. */
    String json() {
        JsonArray nodes = new JsonArray();
        network.degrees().forEach((node, degree) -> {
            Link link = names.link(node);
            JsonObject data = element(id(node), link);
            data.put("kind", link.symbol().style());
            data.put("claims", degree);
            nodes.add(wrapped(data));
        });
        JsonArray edges = new JsonArray();
        for (Claim claim : network.edges()) {
            JsonObject data = element(id(claim.node()), names.link(claim.node()));
            data.put("source", id(claim.statement().getSubject()));
            data.put("target", id(claim.statement().getObject()));
            data.put("property", names.text(claim.statement().getPredicate()));
            data.put("asserted", claim.asserted());
            edges.add(wrapped(data));
        }
        JsonObject elements = new JsonObject();
        elements.put("nodes", nodes);
        elements.put("edges", edges);
        return elements.toString();
    }

    private String id(Node node) {
        return material.about().addresses().name(node).map(Addresses::encode).orElse(node.toString());
    }

    private static JsonObject element(String id, Link link) {
        JsonObject data = new JsonObject();
        data.put("id", id);
        data.put("label", link.text());
        data.put("href", link.href());
        return data;
    }

    private static JsonObject wrapped(JsonObject data) {
        JsonObject element = new JsonObject();
        element.put("data", data);
        return element;
    }

    /** A row for each claim. */
    String csv() {
        Table table =
                new Table(List.of("subject", "subjectName", "property", "object", "objectName", "asserted", "claim"));
        for (Claim claim : network.edges()) {
            table.add(
                    claim.statement().getSubject().toString(),
                    names.text(claim.statement().getSubject()),
                    names.text(claim.statement().getPredicate()),
                    claim.statement().getObject().toString(),
                    names.text(claim.statement().getObject()),
                    String.valueOf(claim.asserted()),
                    claim.node().toString());
        }
        return table.csv();
    }
}
