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
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A published JSON-LD context: names for the terms of the standard vocabularies, and the publication's own ontology as the
 * vocabulary, so that its terms go by their local names and a new one needs no new context. What lies at a context's address
 * never changes; a context that has to differ is one of the next number. Documents declare further prefixes themselves.
 */
public final class JsonContext {
    /** The number of the context that documents name. */
    static final int NUMBER = 1;

    private static final Pattern LOCAL = Pattern.compile("[A-Za-z0-9_-]+");
    private static final Pattern AFTER_PREFIX = Pattern.compile("[A-Za-z0-9_.-]+");

    /**
     * How a property stands in JSON.
     *
     * @param key its name
     * @param type what its values are read as: an IRI of a datatype, {@code @id}, {@code @vocab}, or empty
     * @param byLanguage whether its values stand in an object by their languages
     * @param several whether its values stand in an array, even a single one
     */
    record Term(String key, String type, boolean byLanguage, boolean several) {}

    /**
     * A shortened IRI.
     *
     * @param prefix one that the document has to declare; empty for none
     */
    record Short(String text, String prefix) {}

    private final JsonObject document;
    private final String vocabulary;
    private final Map<String, String> prefixes = new TreeMap<>();
    private final Map<String, String> further = new TreeMap<>();
    private final Map<String, Term> terms = new HashMap<>();

    private JsonContext(JsonObject document, String vocabulary, Map<String, String> further) {
        JsonObject context = document.getAsJsonObject("@context");
        context.addProperty("@vocab", vocabulary);
        this.document = document;
        this.vocabulary = vocabulary;
        context.entrySet().stream()
                .filter(entry -> !entry.getKey().startsWith("@"))
                .filter(entry -> entry.getValue().isJsonPrimitive()
                        && isNamespace(entry.getValue().getAsString()))
                .forEach(entry -> prefixes.put(entry.getKey(), entry.getValue().getAsString()));
        context.entrySet().stream()
                .filter(entry -> entry.getValue().isJsonObject())
                .forEach(entry -> define(entry.getKey(), entry.getValue().getAsJsonObject()));
        further.forEach((prefix, namespace) -> {
            if (!context.has(prefix) && isNamespace(namespace)) {
                this.further.put(prefix, namespace);
            }
        });
    }

    /**
     * @param vocabulary namespace of the publication's ontology
     * @param further namespaces by prefix, for documents to declare where the context has none that fits
     */
    public static JsonContext of(String vocabulary, Map<String, String> further) {
        String name = "context-" + NUMBER + ".jsonld";
        try (InputStream in = JsonContext.class.getResourceAsStream(name);
                InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return new JsonContext(JsonParser.parseReader(reader).getAsJsonObject(), vocabulary, further);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it may stand before the colon of a compact IRI without further ado: JSON-LD 1.1 section 4.1.5. */
    private static boolean isNamespace(String iri) {
        return iri.startsWith("http") && (iri.endsWith("/") || iri.endsWith("#"));
    }

    private void define(String name, JsonObject definition) {
        String property = expand(definition.get("@id").getAsString());
        String container =
                definition.has("@container") ? definition.get("@container").toString() : "";
        String type = definition.has("@type") ? expand(definition.get("@type").getAsString()) : "";
        terms.put(property, new Term(name, type, container.contains("@language"), container.contains("@set")));
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

    /** The namespace of a prefix that a document declares itself. */
    String namespace(String prefix) {
        return further.get(prefix);
    }

    /** How a property stands in JSON, if the context has a name for it. */
    Optional<Term> term(String property) {
        return Optional.ofNullable(terms.get(property));
    }

    /** A property or class by its shortest name: a local name of the ontology, or with a prefix, else as it is. */
    Short shorten(String iri) {
        if (iri.startsWith(vocabulary)) {
            String local = iri.substring(vocabulary.length());
            if (LOCAL.matcher(local).matches()
                    && !document.getAsJsonObject("@context").has(local)) {
                return new Short(local, "");
            }
        }
        return find(iri, prefixes)
                .map(prefix -> new Short(prefixed(iri, prefix, prefixes), ""))
                .or(() -> find(iri, further).map(prefix -> new Short(prefixed(iri, prefix, further), prefix)))
                .orElse(new Short(iri, ""));
    }

    private static String prefixed(String iri, String prefix, Map<String, String> prefixes) {
        return prefix + ":" + iri.substring(prefixes.get(prefix).length());
    }

    private static Optional<String> find(String iri, Map<String, String> prefixes) {
        for (Map.Entry<String, String> entry : prefixes.entrySet()) {
            if (iri.startsWith(entry.getValue())
                    && AFTER_PREFIX
                            .matcher(iri.substring(entry.getValue().length()))
                            .matches()) {
                return Optional.of(entry.getKey());
            }
        }
        return Optional.empty();
    }
}
