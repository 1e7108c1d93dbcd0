package org.samizdat.mapping;

import static org.apache.jena.sparql.lang.sparql_12.javacc.SPARQLParser12Constants.ANON;
import static org.apache.jena.sparql.lang.sparql_12.javacc.SPARQLParser12Constants.BLANK_NODE_LABEL;
import static org.apache.jena.sparql.lang.sparql_12.javacc.SPARQLParser12Constants.BNODE;
import static org.apache.jena.sparql.lang.sparql_12.javacc.SPARQLParser12Constants.FROM;
import static org.apache.jena.sparql.lang.sparql_12.javacc.SPARQLParser12Constants.GRAPH;
import static org.apache.jena.sparql.lang.sparql_12.javacc.SPARQLParser12Constants.GROUP;
import static org.apache.jena.sparql.lang.sparql_12.javacc.SPARQLParser12Constants.GT2;
import static org.apache.jena.sparql.lang.sparql_12.javacc.SPARQLParser12Constants.HAVING;
import static org.apache.jena.sparql.lang.sparql_12.javacc.SPARQLParser12Constants.IRIref;
import static org.apache.jena.sparql.lang.sparql_12.javacc.SPARQLParser12Constants.LBRACKET;
import static org.apache.jena.sparql.lang.sparql_12.javacc.SPARQLParser12Constants.LIMIT;
import static org.apache.jena.sparql.lang.sparql_12.javacc.SPARQLParser12Constants.LPAREN;
import static org.apache.jena.sparql.lang.sparql_12.javacc.SPARQLParser12Constants.LT2;
import static org.apache.jena.sparql.lang.sparql_12.javacc.SPARQLParser12Constants.L_ANN;
import static org.apache.jena.sparql.lang.sparql_12.javacc.SPARQLParser12Constants.L_TRIPLE;
import static org.apache.jena.sparql.lang.sparql_12.javacc.SPARQLParser12Constants.MINUS_P;
import static org.apache.jena.sparql.lang.sparql_12.javacc.SPARQLParser12Constants.NIL;
import static org.apache.jena.sparql.lang.sparql_12.javacc.SPARQLParser12Constants.NOW;
import static org.apache.jena.sparql.lang.sparql_12.javacc.SPARQLParser12Constants.OFFSET;
import static org.apache.jena.sparql.lang.sparql_12.javacc.SPARQLParser12Constants.ORDER;
import static org.apache.jena.sparql.lang.sparql_12.javacc.SPARQLParser12Constants.PNAME_LN;
import static org.apache.jena.sparql.lang.sparql_12.javacc.SPARQLParser12Constants.PNAME_NS;
import static org.apache.jena.sparql.lang.sparql_12.javacc.SPARQLParser12Constants.RAND;
import static org.apache.jena.sparql.lang.sparql_12.javacc.SPARQLParser12Constants.SERVICE;
import static org.apache.jena.sparql.lang.sparql_12.javacc.SPARQLParser12Constants.STRLANGDIR;
import static org.apache.jena.sparql.lang.sparql_12.javacc.SPARQLParser12Constants.STRUUID;
import static org.apache.jena.sparql.lang.sparql_12.javacc.SPARQLParser12Constants.TILDE;
import static org.apache.jena.sparql.lang.sparql_12.javacc.SPARQLParser12Constants.UUID;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.lang.sparql_12.javacc.Token;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.vocabulary.RDF;
import org.samizdat.table.Column;
import org.samizdat.table.Problem;

/** What a mapping may not do; docs/publication.md, "Mappings". All that is wrong with one is found at once. */
final class MappingRules {
    private static final String CLOCK_OR_CHANCE =
            " gives another result each time, so that the same tables would give other"
                    + " triples; take the value from a column.";
    private static final String OTHER_DATA =
            " is refused: a mapping sees one row and the ontology and nothing else; leave it out.";
    private static final String PER_ROW = " is refused: a mapping is run for one row at a time; leave it out.";
    private static final String NO_BLANK_NODE =
            "The template makes a blank node; give the thing an IRI with f:iri, so that it keeps its name.";
    private static final String ASSERTS =
            "An annotation asserts the triple that it is about; write << s p o ~ name >> instead,"
                    + " and make the plain triple in a second mapping.";

    /** Words that stand for themselves wherever the lexer sees them. */
    private static final Map<Integer, String> REFUSED = Map.ofEntries(
            Map.entry(SERVICE, "SERVICE" + OTHER_DATA),
            Map.entry(GRAPH, "GRAPH" + OTHER_DATA),
            Map.entry(FROM, "FROM" + OTHER_DATA),
            Map.entry(NOW, "NOW" + CLOCK_OR_CHANCE),
            Map.entry(RAND, "RAND" + CLOCK_OR_CHANCE),
            Map.entry(UUID, "UUID" + CLOCK_OR_CHANCE),
            Map.entry(STRUUID, "STRUUID" + CLOCK_OR_CHANCE),
            Map.entry(BNODE, "BNODE is refused: data has no blank nodes; make an IRI with f:iri."),
            Map.entry(STRLANGDIR, "STRLANGDIR is refused: RDF 1.1 has no base direction; use STRLANG."),
            Map.entry(
                    MINUS_P,
                    "MINUS is refused: inside it the columns of the row are unknown; write FILTER NOT EXISTS { … } instead."),
            Map.entry(L_ANN, ASSERTS));

    private final MappingQuery mapping;
    private final QueryText text;
    private final List<Problem> faults = new ArrayList<>();

    MappingRules(MappingQuery mapping, QueryText text) {
        this.mapping = mapping;
        this.text = text;
    }

    /** Everything that is wrong; nothing if the mapping keeps the rules. */
    List<Problem> check() {
        if (!mapping.query().isConstructType()) {
            fault(1, "A mapping is a CONSTRUCT query; this is another kind.");
            return faults;
        }
        checkWords();
        checkModifiers();
        checkTemplateWords();
        if (faults.isEmpty()) {
            checkVariables();
            checkTemplateTerms();
        }
        return faults;
    }

    private void fault(long line, String message) {
        faults.add(Problem.inRow(mapping.file().toString(), line, message));
    }

    private void checkWords() {
        for (Token word : text.words()) {
            if (REFUSED.containsKey(word.kind)) {
                fault(word.beginLine, REFUSED.get(word.kind));
            }
        }
    }

    private void checkModifiers() {
        Query query = mapping.query();
        refuseIf(query.hasLimit(), "LIMIT", word -> word.kind == LIMIT);
        refuseIf(query.hasOffset(), "OFFSET", word -> word.kind == OFFSET);
        refuseIf(query.hasOrderBy(), "ORDER BY", word -> word.kind == ORDER);
        refuseIf(query.hasGroupBy(), "GROUP BY", word -> word.kind == GROUP);
        refuseIf(query.hasHaving(), "HAVING", word -> word.kind == HAVING);
    }

    private void refuseIf(boolean present, String modifier, Predicate<Token> where) {
        if (present) {
            fault(text.line(where), modifier + PER_ROW);
        }
    }

    /** Blank nodes as Turtle writes them, reifiers without a name, and reifiers outside of {@code << >>}, which assert. */
    private void checkTemplateWords() {
        int depth = 0;
        List<Boolean> named = new ArrayList<>();
        Token last = null;
        for (Token word : text.template()) {
            switch (word.kind) {
                case ANON, LBRACKET, LPAREN, NIL, BLANK_NODE_LABEL -> fault(word.beginLine, NO_BLANK_NODE);
                case LT2 -> named.add(depth++, false);
                case GT2 -> closeReified(word, last, named.remove(--depth));
                case TILDE -> openReifier(word, depth, named);
                default -> {}
            }
            last = word;
        }
    }

    private void openReifier(Token tilde, int depth, List<Boolean> named) {
        if (depth == 0) {
            fault(tilde.beginLine, ASSERTS);
        } else {
            named.set(depth - 1, true);
        }
    }

    private void closeReified(Token end, Token last, boolean named) {
        if (!named || last.kind == TILDE) {
            fault(end.beginLine, "<< s p o >> without a name makes a blank node; write << s p o ~ name >>.");
        }
    }

    private void checkVariables() {
        MappingVariables variables = MappingVariables.of(Algebra.compile(mapping.query()));
        Set<String> columns =
                mapping.columns().stream().map(Column::name).collect(Collectors.toCollection(TreeSet::new));
        columns.add(MappingQuery.ROWNUM);
        variables.assigned().stream()
                .map(Var::getName)
                .filter(columns::contains)
                .forEach(
                        name -> fault(
                                text.lineOfVariable(name),
                                "?" + name
                                        + " is a column of the table and cannot be bound to something else; take another name."));
        Set<Var> bound = variables.bound();
        Stream.concat(variables.used().stream(), templateVariables().stream())
                .distinct()
                .filter(var -> !bound.contains(var) && !columns.contains(var.getName()))
                .forEach(var -> fault(
                        text.lineOfVariable(var.getName()),
                        "?" + var.getName()
                                + " is neither a column of the table nor bound in the query; the columns are "
                                + String.join(", ", columns) + "."));
        checkSeparators(variables);
        variables.functions().forEach(this::checkFunction);
        variables.predicates().forEach(this::checkPredicate);
    }

    private Set<Var> templateVariables() {
        Set<Var> variables = new LinkedHashSet<>();
        for (Triple triple : mapping.query().getConstructTemplate().getTriples()) {
            MappingVariables.collect(triple, variables);
        }
        return variables;
    }

    private void checkSeparators(MappingVariables variables) {
        Set<String> mentioned = new LinkedHashSet<>();
        Stream.of(variables.used(), variables.bound(), templateVariables())
                .flatMap(Set::stream)
                .forEach(var -> mentioned.add(var.getName()));
        List<String> several = mapping.columns().stream()
                .filter(column -> column.separator().isPresent() && mentioned.contains(column.name()))
                .map(Column::name)
                .toList();
        if (several.size() > 1) {
            fault(
                    text.lineOfVariable(several.get(1)),
                    "The columns " + String.join(" and ", several)
                            + " hold several values each; a mapping unfolds one such column, so write one mapping for each.");
        }
    }

    private void checkFunction(E_Function function) {
        String iri = function.getFunctionIRI();
        long line = text.line(word -> names(word, iri));
        if (!Functions.isAllowed(iri)) {
            fault(
                    line,
                    "The function <" + iri
                            + "> is refused; mappings may call those of SPARQL, xsd: casts, and f: functions" + " (<"
                            + Functions.NAMESPACE + ">).");
        } else if (function.getArgs().size() != Functions.arity(iri)) {
            fault(
                    line,
                    "The function <" + iri + "> takes " + Functions.arity(iri) + " arguments, not "
                            + function.getArgs().size() + ".");
        }
    }

    private void checkPredicate(Node predicate) {
        if (predicate.isURI() && isCode(predicate.getURI())) {
            fault(
                    text.line(word -> names(word, predicate.getURI())),
                    "<" + predicate.getURI() + "> is code of Jena and not a property of the ontology; leave it out."
                            + " A column with a separator is unfolded without it.");
        }
    }

    /** By name alone: to ask Jena would load the class. */
    private static boolean isCode(String predicate) {
        return predicate.startsWith("java:")
                || predicate.startsWith(ARQConstants.ARQPropertyFunctionLibraryURI)
                || PropertyFunctionRegistry.get().isRegistered(predicate);
    }

    /** What stands in the template as it is must be as good as what a row brings. */
    private void checkTemplateTerms() {
        Map<Node, String> faultsOfTerms = new HashMap<>();
        for (Triple triple : mapping.query().getConstructTemplate().getTriples()) {
            if (triple.getObject().isTripleTerm() && !triple.getPredicate().equals(RDF.Nodes.reifies)) {
                fault(
                        text.line(word -> word.kind == L_TRIPLE),
                        "RDF 1.1 has no triple terms; use them with rdf:reifies only.");
            }
            Editions.terms(triple)
                    .filter(Node::isConcrete)
                    .forEach(term -> Terms.fault(term).ifPresent(why -> faultsOfTerms.put(term, why)));
        }
        faultsOfTerms.forEach((term, why) -> fault(
                text.line(word ->
                        term.isURI() ? names(word, term.getURI()) : word.image.contains(term.getLiteralLexicalForm())),
                (term.isURI() ? "<" + term.getURI() + "> " : "The literal '" + term.getLiteralLexicalForm() + "' ")
                        + why + "."));
    }

    /** Whether a word is this IRI, in full or with a prefix. */
    private boolean names(Token word, String iri) {
        return switch (word.kind) {
            case IRIref -> iri.endsWith(word.image.substring(1, word.image.length() - 1));
            case PNAME_LN, PNAME_NS ->
                iri.equals(mapping.query().getPrefixMapping().expandPrefix(word.image));
            default -> false;
        };
    }
}
