package org.samizdat.table;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** Reads a datatype (Metadata Vocabulary for Tabular Data, 5.11). */
final class DatatypeReader {
    private static final String EDTF = "http://id.loc.gov/datatypes/edtf/EDTF";
    private static final Set<String> KNOWN =
            Set.of("@id", "base", "format", "length", "minLength", "maxLength", "minimum", "maximum");

    private final SchemaReader reader;

    DatatypeReader(SchemaReader reader) {
        this.reader = reader;
    }

    Datatype read(JsonNode node) {
        if (node.string().isPresent()) {
            return new Datatype(base(node), Optional.empty(), 0, Integer.MAX_VALUE, Range.ANY);
        }
        Map<String, JsonNode> parts = reader.object(node, KNOWN);
        Base base = baseOf(parts);
        Optional<Integer> length = length(parts, "length", base);
        int min = length.or(() -> length(parts, "minLength", base)).orElse(0);
        int max = length.or(() -> length(parts, "maxLength", base)).orElse(Integer.MAX_VALUE);
        Range range = new Range(limit(parts, "minimum", base), limit(parts, "maximum", base));
        if (min > max) {
            reader.error(node, "has a minLength above its maxLength");
        }
        if (length.isPresent() && (parts.containsKey("minLength") || parts.containsKey("maxLength"))) {
            reader.error(node, "has a length, and so needs no minLength and maxLength");
        }
        if (range.isEmpty(base)) {
            reader.error(node, "has a minimum above its maximum");
        }
        return new Datatype(base, format(parts, base), min, max, range);
    }

    private Base baseOf(Map<String, JsonNode> parts) {
        Base base = reader.optional(parts, "base").map(this::base).orElse(Base.STRING);
        Optional<JsonNode> id = reader.optional(parts, "@id");
        if (id.isEmpty()) {
            return base;
        }
        if (!reader.string(id.get()).equals(EDTF) || base != Base.STRING) {
            reader.error(id.get(), "must be " + EDTF + " on the base string");
        }
        return Base.EDTF;
    }

    private Base base(JsonNode node) {
        String name = reader.string(node);
        Optional<Base> base = Arrays.stream(Base.values())
                .filter(b -> b != Base.EDTF && b.xsd().equals(name))
                .findFirst();
        if (base.isEmpty()) {
            reader.error(
                    node,
                    "is no datatype that is read here; those are "
                            + Arrays.stream(Base.values())
                                    .filter(b -> b != Base.EDTF)
                                    .map(Base::xsd)
                                    .collect(Collectors.joining(", "))
                            + ", and by @id " + EDTF);
        }
        return base.orElse(Base.STRING);
    }

    private Optional<Pattern> format(Map<String, JsonNode> parts, Base base) {
        Optional<JsonNode> node = reader.optional(parts, "format");
        if (node.isEmpty()) {
            return Optional.empty();
        }
        if (!base.hasPatterns()) {
            reader.error(node.get(), "is for strings only; " + base.xsd() + " has one way to be written");
        }
        try {
            return Optional.of(Pattern.compile(reader.string(node.get())));
        } catch (PatternSyntaxException e) {
            reader.error(node.get(), "is no regular expression: " + e.getDescription());
            return Optional.empty();
        }
    }

    private Optional<Integer> length(Map<String, JsonNode> parts, String name, Base base) {
        Optional<JsonNode> node = reader.optional(parts, name);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        if (!base.hasPatterns()) {
            reader.error(node.get(), "is for strings only");
        }
        String word = node.get().word().orElse("");
        if (!word.matches("[0-9]{1,9}")) {
            reader.error(node.get(), "must be a number of characters");
            return Optional.empty();
        }
        return Optional.of(Integer.valueOf(word));
    }

    private Optional<String> limit(Map<String, JsonNode> parts, String name, Base base) {
        Optional<JsonNode> node = reader.optional(parts, name);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        String value = node.get().string().or(node.get()::word).orElse("");
        Optional<String> error = base.isOrdered() ? base.check(value) : Optional.of("is for numbers and dates only");
        error.ifPresent(why -> reader.error(node.get(), why));
        return error.isPresent() ? Optional.empty() : Optional.of(value);
    }
}
