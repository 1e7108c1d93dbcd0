package org.samizdat.page;

import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;

/** A network in the form of Cytoscape.js. */
final class Elements {
    private final JsonArray nodes = new JsonArray();
    private final JsonArray edges = new JsonArray();

    /** @param claims how many join it to others */
    void node(String id, Link link, int claims) {
        JsonObject data = element(id, link);
        data.put("kind", link.symbol().style());
        data.put("claims", claims);
        nodes.add(wrapped(data));
    }

    /** @param link what says so */
    void edge(String id, Link link, String source, String target, String property, boolean asserted) {
        JsonObject data = element(id, link);
        data.put("source", source);
        data.put("target", target);
        data.put("property", property);
        data.put("asserted", asserted);
        edges.add(wrapped(data));
    }

    String json() {
        JsonObject elements = new JsonObject();
        elements.put("nodes", nodes);
        elements.put("edges", edges);
        return elements.toString();
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
}
