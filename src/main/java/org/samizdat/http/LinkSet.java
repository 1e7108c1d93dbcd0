package org.samizdat.http;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Typed links from a document: as a {@code Link} field (RFC 8288), and as a JSON document of their own (RFC 9264 section 4.2).
 */
public final class LinkSet {
    public static final String MEDIA_TYPE = "application/linkset+json";

    /** A field of this size still leaves room for all others. */
    private static final int LONGEST_FIELD = 4_000;

    /**
     * @param relation a registered relation type
     * @param href a reference, relative to the document's address or absolute
     * @param type the media type of what is there; empty if it is not known
     */
    public record Target(String relation, String href, String type) {
        public static Target of(String relation, String href) {
            return new Target(relation, href, "");
        }

        private String value() {
            return "<" + href + ">; rel=\"" + relation + '"' + (type.isEmpty() ? "" : "; type=\"" + type + '"');
        }
    }

    private final List<Target> targets;

    public LinkSet(List<Target> targets) {
        this.targets = List.copyOf(targets);
    }

    /** These links without those to one address. */
    public LinkSet without(String href) {
        return new LinkSet(
                targets.stream().filter(target -> !target.href().equals(href)).toList());
    }

    public LinkSet and(List<Target> more) {
        List<Target> all = new ArrayList<>(targets);
        all.addAll(more);
        return new LinkSet(all);
    }

    /**
     * The field's value. Where the names are so long that it would not fit among the header fields, it holds the link to the
     * JSON document alone; empty where not even that fits.
     */
    public String field() {
        String all = field(targets);
        return all.length() <= LONGEST_FIELD
                ? all
                : field(targets.stream()
                        .filter(target -> target.relation().equals("linkset")
                                && target.href().length() < LONGEST_FIELD)
                        .toList());
    }

    private static String field(List<Target> targets) {
        return targets.stream().map(Target::value).collect(Collectors.joining(", "));
    }

    /** @param anchor where the links start, relative to where the JSON lies; so are their targets */
    public byte[] json(String anchor) {
        JsonObject context = new JsonObject();
        context.addProperty("anchor", anchor);
        targets.stream()
                .collect(Collectors.groupingBy(Target::relation, LinkedHashMap::new, Collectors.toList()))
                .forEach((relation, group) -> context.add(relation, array(group)));
        JsonArray contexts = new JsonArray();
        contexts.add(context);
        JsonObject root = new JsonObject();
        root.add("linkset", contexts);
        String text = new GsonBuilder()
                .setPrettyPrinting()
                .disableHtmlEscaping()
                .create()
                .toJson(root);
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static JsonArray array(List<Target> group) {
        JsonArray array = new JsonArray();
        for (Target target : group) {
            JsonObject object = new JsonObject();
            object.addProperty("href", target.href());
            if (!target.type().isEmpty()) {
                object.addProperty("type", target.type());
            }
            array.add(object);
        }
        return array;
    }
}
