package org.samizdat.query;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.vocabulary.XSD;
import org.samizdat.http.HttpProblem;

/**
 * A variable of a query whose value comes with the request. Its name says so, by the
 * <a href="https://github.com/the-open-university/basil/wiki/SPARQL-variable-name-convention-for-WEB-API-parameters-mapping">
 * convention of BASIL</a> that grlc has too: {@code ?_name} must be given, {@code ?__name} may be left out; what follows the name
 * is the kind of its value: {@code ?_name_iri}, {@code ?_name_integer} and other types of XML Schema,
 * {@code ?_name_prefix_type}, or {@code ?_name_en} for a language of two letters.
 *
 * @param variable its name in the query, without the question mark
 * @param name what it is called in a request
 * @param required whether a request must have it
 * @param detail the IRI of the datatype, or the tag of the language; else empty
 */
public record QueryParameter(String variable, String name, boolean required, Kind kind, String detail) {
    /** What a value becomes. */
    public enum Kind {
        TEXT,
        IRI,
        LANGUAGE,
        DATATYPE
    }

    /** Names that the address of a query has uses for itself. */
    private static final List<String> TAKEN =
            List.of("release", "format", "query", "default-graph-uri", "named-graph-uri");

    private static final Pattern INTEGER = Pattern.compile("(?i).*(integer|long|int|short|byte)");

    private static final Pattern VARIABLE = Pattern.compile("(__?)([A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)*)");

    /**
     * @param variable the name of any variable
     * @param prefixes of the query
     * @return empty if its name is not that of a parameter
     */
    static Optional<QueryParameter> of(String variable, PrefixMapping prefixes) {
        Matcher parts = VARIABLE.matcher(variable);
        return parts.matches()
                ? Optional.of(of(
                        variable,
                        parts.group(1).length() == 1,
                        List.of(parts.group(2).split("_")),
                        prefixes))
                : Optional.empty();
    }

    private static QueryParameter of(String variable, boolean required, List<String> words, PrefixMapping prefixes) {
        int count = words.size();
        String last = words.getLast();
        if (count > 2 && prefixes.getNsPrefixURI(words.get(count - 2)) != null) {
            String type = prefixes.getNsPrefixURI(words.get(count - 2)) + last;
            return new QueryParameter(variable, join(words, 2), required, Kind.DATATYPE, type);
        }
        if (count > 1 && last.equals("iri")) {
            return new QueryParameter(variable, join(words, 1), required, Kind.IRI, "");
        }
        if (count > 1 && Admission.isCast(XSD.getURI() + last)) {
            return new QueryParameter(variable, join(words, 1), required, Kind.DATATYPE, XSD.getURI() + last);
        }
        if (count > 1 && last.matches("[a-z]{2}")) {
            return new QueryParameter(variable, join(words, 1), required, Kind.LANGUAGE, last);
        }
        return new QueryParameter(variable, join(words, 0), required, Kind.TEXT, "");
    }

    private static String join(List<String> words, int without) {
        return String.join("_", words.subList(0, words.size() - without));
    }

    boolean isTaken() {
        return TAKEN.contains(name);
    }

    /**
     * The term that a value stands for.
     *
     * @throws HttpProblem if it is none of this parameter's kind
     */
    Node term(String value) {
        return switch (kind) {
            case TEXT -> NodeFactory.createLiteralString(value);
            case LANGUAGE -> NodeFactory.createLiteralLang(value, detail);
            case IRI -> iri(value);
            case DATATYPE -> typed(value);
        };
    }

    private Node iri(String value) {
        try {
            // Nothing that would have to be escaped in <>, whatever else a scheme allows.
            if (value.matches("[^\\s<>\"{}|\\\\^`\\x00-\\x20]+")
                    && IRIx.create(value).isAbsolute()) {
                return NodeFactory.createURI(value);
            }
        } catch (IRIException e) {
            // Said below.
        }
        throw wrong("an absolute IRI");
    }

    private Node typed(String value) {
        RDFDatatype type = TypeMapper.getInstance().getTypeByName(detail);
        if (type != null && !type.isValid(value)) {
            throw wrong("a value of " + typeName());
        }
        return type == null
                ? NodeFactory.createLiteralDT(value, NodeFactory.getType(detail))
                : NodeFactory.createLiteralDT(value, type);
    }

    private HttpProblem wrong(String expected) {
        return HttpProblem.of(400, "Wrong value", "The value of parameter " + name + " is not " + expected + ".")
                .advising("Correct it, and percent-encode it in the address.");
    }

    /** A datatype as people write it. */
    private String typeName() {
        return detail.replace(XSD.getURI(), "xsd:");
    }

    /** What its value is, for people. */
    public String description() {
        return switch (kind) {
            case TEXT -> "a text";
            case LANGUAGE -> "a text in the language “" + detail + "”";
            case IRI -> "an IRI";
            case DATATYPE -> typeName();
        };
    }

    /** Its values in JSON Schema, which OpenAPI uses: {@code type}, and {@code format} where there is one. */
    public Map<String, String> schema() {
        if (kind == Kind.IRI) {
            return Map.of("type", "string", "format", "iri");
        }
        String type =
                detail.startsWith(XSD.getURI()) ? detail.substring(XSD.getURI().length()) : "";
        return switch (type) {
            case "boolean" -> Map.of("type", "boolean");
            case "decimal", "double", "float" -> Map.of("type", "number");
            case "date" -> Map.of("type", "string", "format", "date");
            case "dateTime", "dateTimeStamp" -> Map.of("type", "string", "format", "date-time");
            default -> Map.of("type", INTEGER.matcher(type).matches() ? "integer" : "string");
        };
    }

    /** A value of its kind, to try the query with. */
    Node sample() {
        return switch (kind) {
            case IRI -> NodeFactory.createURI("urn:sample");
            case LANGUAGE -> NodeFactory.createLiteralLang("sample", detail);
            case TEXT, DATATYPE -> NodeFactory.createLiteralString("sample");
        };
    }
}
