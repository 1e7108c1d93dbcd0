package org.samizdat.page;

import java.util.List;
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
        Elements elements = new Elements();
        network.degrees().forEach((node, degree) -> elements.node(id(node), names.link(node), degree));
        for (Claim claim : network.edges()) {
            elements.edge(
                    id(claim.node()),
                    names.link(claim.node()),
                    id(claim.statement().getSubject()),
                    id(claim.statement().getObject()),
                    names.text(claim.statement().getPredicate()),
                    claim.asserted());
        }
        return elements.json();
    }

    private String id(Node node) {
        return material.about().addresses().name(node).map(Addresses::encode).orElse(node.toString());
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
