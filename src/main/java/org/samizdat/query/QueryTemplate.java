package org.samizdat.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.graph.NodeTransform;
import org.apache.jena.sparql.syntax.syntaxtransform.QuerySyntaxSubstituteScope;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.samizdat.guard.Cancellation;
import org.samizdat.http.HttpProblem;
import org.samizdat.http.Parameters;

/**
 * A query to be asked again and again: its text, what the comments at its beginning say of it, and which of its variables are
 * {@linkplain QueryParameter parameters}.
 *
 * <pre>
 * # title: What somebody coined
 * # description: …
 * SELECT ?what { ?_who_iri &lt;https://example.org/ontology#coined&gt; ?what }
 * </pre>
 */
public final class QueryTemplate {
    private static final int LONGEST_LINE = 1_000;

    /** grlc writes {@code #+ summary: …}. */
    private static final Pattern TITLE = comment("title|summary");

    private static final Pattern DESCRIPTION = comment("description");
    private static final Pattern PARAMETER = Pattern.compile("[?$](_\\w+)");

    private final String text;
    private final Query query;
    private final List<QueryParameter> parameters;

    private QueryTemplate(String text, Query query) {
        this.text = text;
        this.query = query;
        this.parameters = parameters(text, query);
    }

    private static Pattern comment(String names) {
        return Pattern.compile("(?im)^[ \\t]*#\\+?[ \\t]*(?:" + names + ")[ \\t]*:[ \\t]*(\\S.*)$");
    }

    /**
     * @param base against which relative IRIs are resolved
     * @param prefixes to be offered to whoever forgot one
     * @throws HttpProblem if it is not a query of SPARQL 1.2, or its parameters are not such that values can be put in
     */
    public static QueryTemplate read(String text, String base, SortedMap<String, String> prefixes) {
        QueryTemplate template = new QueryTemplate(text, new QueryText(text).parse(base, prefixes, new Cancellation()));
        template.check(base, prefixes);
        return template;
    }

    private void check(String base, SortedMap<String, String> prefixes) {
        for (QueryParameter parameter : parameters) {
            if (parameter.isTaken()) {
                throw unfit(
                        "A parameter cannot be called " + parameter.name() + ".", "Give the variable another name.");
            }
        }
        if (parameters.isEmpty()) {
            return;
        }
        if (query.getHavingExprs().size() > 1) {
            throw unfit(
                    "A query with parameters can have one condition after HAVING, not several.",
                    "Join the conditions by &&.");
        }
        Map<Var, Node> samples = new HashMap<>();
        parameters.forEach(parameter -> samples.put(Var.alloc(parameter.variable()), parameter.sample()));
        new QueryText(filled(samples)).parse(base, prefixes, new Cancellation());
    }

    private static HttpProblem unfit(String detail, String advice) {
        return HttpProblem.of(400, "Wrong parameter", detail).advising(advice);
    }

    /** Those of the variables that a value would reach, in the order of the text. */
    private static List<QueryParameter> parameters(String text, Query query) {
        Set<String> variables = new LinkedHashSet<>();
        QueryTransformOps.transform(query, inside(node -> {
            if (Var.isVar(node)) {
                variables.add(Var.alloc(node).getVarName());
            }
            return node;
        }));
        return PARAMETER
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .distinct()
                .filter(variables::contains)
                .flatMap(name -> QueryParameter.of(name, query.getPrefixMapping()).stream())
                .toList();
    }

    /** ARQ's own does not look into triple terms. */
    private static NodeTransform inside(NodeTransform transform) {
        return node -> node.isTripleTerm() ? inside(node, transform) : transform.apply(node);
    }

    private static Node inside(Node term, NodeTransform transform) {
        NodeTransform deep = inside(transform);
        Triple triple = term.getTriple();
        Triple changed = Triple.create(
                deep.apply(triple.getSubject()), deep.apply(triple.getPredicate()), deep.apply(triple.getObject()));
        return changed.equals(triple) ? term : NodeFactory.createTripleTerm(changed);
    }

    public String text() {
        return text;
    }

    /** In a line; empty if the text says none. */
    public String title() {
        return said(TITLE);
    }

    /** In a line; empty if the text says none. */
    public String description() {
        return said(DESCRIPTION);
    }

    private String said(Pattern comment) {
        Matcher found = comment.matcher(head(text));
        return found.find() ? line(found.group(1)) : "";
    }

    /** The comments before the query itself. */
    private static String head(String text) {
        int end = 0;
        while (end < text.length()) {
            int next = text.indexOf('\n', end);
            int stop = next < 0 ? text.length() : next + 1;
            String line = text.substring(end, stop).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                break;
            }
            end = stop;
        }
        return text.substring(0, end);
    }

    private static String line(String words) {
        String line = words.strip().replaceAll("\\s+", " ");
        return line.substring(0, Math.min(line.length(), LONGEST_LINE));
    }

    /** The same text with this title, in place of its own if it has one. */
    static String titled(String text, String title) {
        String head = head(text);
        Matcher own = TITLE.matcher(head);
        String comment = "# title: " + line(title);
        return own.find()
                ? head.substring(0, own.start()) + comment + head.substring(own.end()) + text.substring(head.length())
                : comment + "\n" + text;
    }

    public List<QueryParameter> parameters() {
        return parameters;
    }

    /** Whether it cannot be asked without further ado. */
    public boolean needsValues() {
        return parameters.stream().anyMatch(QueryParameter::required);
    }

    /** The formats that its result can have, the preferred one first. */
    public List<ResultFormat> formats() {
        return ResultFormat.of(query);
    }

    /** Whether it may run here. */
    void admit(Services services) {
        Admission.check(query, services);
    }

    /**
     * The query with the values of a request in the place of its parameters. They are put in as terms: whatever a value holds, it
     * remains one term.
     *
     * @throws HttpProblem if one is missing, or is not of its kind
     */
    public String filled(Parameters request) {
        Map<Var, Node> values = new HashMap<>();
        List<String> missing = new ArrayList<>();
        for (QueryParameter parameter : parameters) {
            Optional<String> value = request.first(parameter.name()).filter(given -> !given.isEmpty());
            if (value.isPresent()) {
                values.put(Var.alloc(parameter.variable()), parameter.term(value.get()));
            } else if (parameter.required()) {
                missing.add(parameter.name() + " (" + parameter.description() + ")");
            }
        }
        if (!missing.isEmpty()) {
            throw HttpProblem.of(400, "Parameter missing", "This query needs: " + String.join(", ", missing) + ".")
                    .advising("Add each to the address, as in ?"
                            + missing.getFirst().replaceFirst(" .*", "") + "=…");
        }
        return values.isEmpty() ? text : filled(values);
    }

    private String filled(Map<Var, Node> values) {
        try {
            QuerySyntaxSubstituteScope.scopeCheck(query, values.keySet());
            return QueryTransformOps.transform(query, inside(node -> values.getOrDefault(node, node)))
                    .serialize();
        } catch (JenaException e) {
            throw unfit(
                    "A variable that is a parameter cannot also be assigned, by AS or VALUES: "
                            + values.keySet().stream()
                                    .map(Var::toString)
                                    .sorted()
                                    .collect(Collectors.joining(", ")),
                    "Give the other variable another name.");
        }
    }
}
