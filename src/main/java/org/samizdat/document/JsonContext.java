package org.samizdat.document;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.vocabulary.RDF;

/**
 * A published JSON-LD context: names for the terms of the standard vocabularies, and the publication's own ontology as the
 * vocabulary, so that its terms go by their local names and a new one needs no new context. What lies at a context's address
 * never changes; a context that has to differ is one of the next number.
 */
public final class JsonContext {
    /** The number of the context that documents name. */
    public static final int NUMBER = 1;

    /**
     * How a property stands in JSON.
     *
     * @param key its name
     * @param type what its values are read as: an IRI of a datatype, {@code @id}, {@code @vocab}, or empty
     * @param byLanguage whether its values stand in an object by their languages
     * @param several whether its values stand in an array, even a single one
     */
    record Term(String key, String type, boolean byLanguage, boolean several) {}

    private final JsonObject document;
    private final String vocabulary;
    private final Set<String> names;
    private final Map<String, String> prefixes = new TreeMap<>();
    private final Map<String, Term> terms = new HashMap<>();

    private JsonContext(JsonObject document, String vocabulary) {
        JsonObject context = document.getAsJsonObject("@context");
        context.addProperty("@vocab", vocabulary);
        this.document = document;
        this.vocabulary = vocabulary;
        this.names = Set.copyOf(context.keySet());
        context.entrySet().stream()
                .filter(entry -> entry.getValue().isJsonPrimitive()
                        && entry.getValue().getAsString().matches("https?:.*[/#]"))
                .filter(entry -> !entry.getKey().startsWith("@"))
                .forEach(entry -> prefixes.put(entry.getKey(), entry.getValue().getAsString()));
        context.entrySet().stream()
                .filter(entry -> entry.getValue().isJsonObject())
                .forEach(entry -> define(entry.getKey(), entry.getValue().getAsJsonObject()));
    }

    /** @param vocabulary namespace of the publication's ontology */
    public static JsonContext of(String vocabulary) {
        String name = "context-" + NUMBER + ".jsonld";
        try (InputStream in = JsonContext.class.getResourceAsStream(name);
                InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return new JsonContext(JsonParser.parseReader(reader).getAsJsonObject(), vocabulary);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void define(String name, JsonObject definition) {
        String property = expand(definition.get("@id").getAsString());
        String container =
                definition.has("@container") ? definition.get("@container").toString() : "";
        String type = definition.has("@type") ? expand(definition.get("@type").getAsString()) : "";
        Term term = new Term(name, type, container.contains("@language"), container.contains("@set"));
        terms.put(property, term);
    }

    private String expand(String compact) {
        int colon = compact.indexOf(':');
        String namespace = colon < 0 ? null : prefixes.get(compact.substring(0, colon));
        return namespace == null ? compact : namespace + compact.substring(colon + 1);
    }

    /** The file as it is published. */
    public byte[] bytes() {
        String text = new GsonBuilder()
                .setPrettyPrinting()
                .disableHtmlEscaping()
                .create()
                .toJson(document);
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** The words that the context gives a meaning to. */
    Set<String> names() {
        return names;
    }

    /** How a property stands in JSON, if the context has a name for it. */
    Optional<Term> term(String property) {
        return Optional.ofNullable(terms.get(property));
    }

    /**
     * A property or class by its shortest name: a term, a local name of the ontology, or with a prefix.
     *
     * @param further prefixes that the document declares itself
     */
    String compact(String iri, Prefixed further) {
        Term term = terms.get(iri);
        return term == null || iri.equals(RDF.type.getURI()) ? withoutTerm(iri, further) : term.key();
    }

    /** The same without the terms, for values that a term's definition has no room for. */
    String withoutTerm(String iri, Prefixed further) {
        if (iri.startsWith(vocabulary)) {
            String local = iri.substring(vocabulary.length());
            if (local.matches("[A-Za-z0-9_-]+") && !names.contains(local)) {
                return local;
            }
        }
        return Prefixed.find(iri, prefixes).orElseGet(() -> further.shorten(iri));
    }

    /** Prefixes beyond those of the context, and which of them a document uses. */
    static final class Prefixed {
        private final Map<String, String> available;
        private final Map<String, String> used = new TreeMap<>();

        /** @param available namespaces by prefix; those that the context uses otherwise, or cannot use, are passed over */
        Prefixed(Map<String, String> available, JsonContext context) {
            this.available = new TreeMap<>(available);
            this.available
                    .entrySet()
                    .removeIf(entry -> context.names().contains(entry.getKey())
                            || !entry.getValue().matches(".*[/#]"));
        }

        private String shorten(String iri) {
            Optional<String> compact = find(iri, available);
            compact.map(found -> found.substring(0, found.indexOf(':')))
                    .ifPresent(prefix -> used.put(prefix, available.get(prefix)));
            return compact.orElse(iri);
        }

        Map<String, String> used() {
            return used;
        }

        private static Optional<String> find(String iri, Map<String, String> prefixes) {
            return prefixes.entrySet().stream()
                    .filter(entry -> iri.startsWith(entry.getValue()))
                    .filter(entry -> iri.substring(entry.getValue().length()).matches("[A-Za-z0-9_.-]+"))
                    .map(entry -> entry.getKey() + ":"
                            + iri.substring(entry.getValue().length()))
                    .findFirst();
        }
    }
}
