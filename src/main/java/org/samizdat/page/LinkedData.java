package org.samizdat.page;

import java.util.Collection;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.samizdat.document.About;

/** What a page is about in terms of schema.org, as JSON-LD to stand inside the page. */
final class LinkedData {
    private final JsonObject object = new JsonObject();

    private LinkedData(String type, String iri, String name) {
        object.put("@context", "https://schema.org");
        object.put("@type", type);
        object.put("@id", iri);
        object.put("url", iri);
        object.put("name", name);
    }

    static LinkedData of(String type, String iri, String name) {
        return new LinkedData(type, iri, name);
    }

    /** Left out where it is empty. */
    LinkedData with(String property, String value) {
        if (!value.isEmpty()) {
            object.put(property, value);
        }
        return this;
    }

    /** Left out where there are none. */
    LinkedData with(String property, Collection<String> values) {
        if (!values.isEmpty()) {
            JsonArray array = new JsonArray();
            values.forEach(array::add);
            object.put(property, array);
        }
        return this;
    }

    /** As part of the data set that it comes from. */
    LinkedData in(About about) {
        JsonObject dataset = new JsonObject();
        dataset.put("@type", "Dataset");
        dataset.put("@id", about.addresses().base());
        dataset.put("name", about.title());
        about.license().ifPresent(license -> dataset.put("license", license.toString()));
        object.put("subjectOf", dataset);
        return this;
    }

    /** Nothing in it can end the script element that it stands in. */
    @Override
    public String toString() {
        return object.toString().replace("<", "\\u003c");
    }
}
