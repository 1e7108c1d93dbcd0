package org.samizdat.query;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.Op1;
import org.apache.jena.sparql.algebra.op.Op2;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpExtendAssign;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpN;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunction0;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.Unstable;
import org.apache.jena.vocabulary.XSD;
import org.samizdat.http.HttpProblem;

/** Whether a query may run, decided on its algebra before anything runs. */
final class Admission {
    static final int MOST_PARTS = 5_000;
    static final int MOST_PATTERNS = 1_000;
    static final int DEEPEST = 100;

    /** SPARQL 1.1 Query, section 17.5. */
    private static final Set<String> CASTS =
            names(XSD.xboolean, XSD.xdouble, XSD.xfloat, XSD.decimal, XSD.integer, XSD.dateTime, XSD.xstring);

    /** Jena's casts to the other types of XML Schema that a value can be. */
    private static final Set<String> FURTHER_CASTS = names(
            XSD.date,
            XSD.time,
            XSD.dateTimeStamp,
            XSD.gYear,
            XSD.gYearMonth,
            XSD.gMonth,
            XSD.gMonthDay,
            XSD.gDay,
            XSD.duration,
            XSD.dayTimeDuration,
            XSD.yearMonthDuration,
            XSD.anyURI,
            XSD.xlong,
            XSD.xint,
            XSD.xshort,
            XSD.xbyte,
            XSD.unsignedLong,
            XSD.unsignedInt,
            XSD.unsignedShort,
            XSD.unsignedByte,
            XSD.nonNegativeInteger,
            XSD.positiveInteger,
            XSD.nonPositiveInteger,
            XSD.negativeInteger);

    private static final Set<String> AGGREGATES = Set.of("COUNT", "SUM", "MIN", "MAX", "AVG", "SAMPLE", "GROUP_CONCAT");

    private final Services services;
    private int parts;
    private int patterns;
    private boolean repeatable = true;

    private static Set<String> names(Resource... functions) {
        return Stream.of(functions).map(Resource::getURI).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The functions beyond those of SPARQL that a query may call, in order. */
    static Set<String> extensionFunctions() {
        return Collections.unmodifiableSet(FURTHER_CASTS);
    }

    private Admission(Services services) {
        this.services = services;
    }

    /**
     * @param services the endpoints that SERVICE may ask
     * @return whether the query has the same answer each time: none of its parts is the time, chance, a new blank node, or
     *     what another endpoint says
     * @throws HttpProblem if the query is too large, too deeply nested, or calls what it may not
     */
    static boolean check(Query query, Services services) {
        if (query.getQueryPattern() == null) {
            return true;
        }
        try {
            Admission admission = new Admission(services);
            admission.op(Algebra.compile(query), 0);
            return admission.repeatable && !makesBlankNodes(query);
        } catch (StackOverflowError e) {
            throw tooDeep();
        }
    }

    /** A blank node of a CONSTRUCT template has another label each time. */
    private static boolean makesBlankNodes(Query query) {
        return query.isConstructType()
                && query.getConstructTemplate().getTriples().stream().anyMatch(Admission::hasBlankNode);
    }

    private static boolean hasBlankNode(Triple triple) {
        return Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject())
                .anyMatch(node -> node.isBlank()
                        || Var.isBlankNodeVar(node)
                        || node.isTripleTerm() && hasBlankNode(node.getTriple()));
    }

    /** Whether a datatype is one that values can be cast to. */
    static boolean isCast(String datatype) {
        return CASTS.contains(datatype) || FURTHER_CASTS.contains(datatype);
    }

    static HttpProblem tooDeep() {
        return HttpProblem.of(400, "Query too deep", "The query is nested too deeply.")
                .advising("Write it with fewer brackets inside each other.")
                .with("limit", DEEPEST);
    }

    private void op(Op op, int depth) {
        count(depth);
        if (op instanceof OpBGP bgp) {
            patterns += bgp.getPattern().size();
        } else if (op instanceof OpService service) {
            services.check(service.getService());
            repeatable = false;
        }
        if (patterns > MOST_PATTERNS) {
            throw tooLarge("more than " + MOST_PATTERNS + " triple patterns", MOST_PATTERNS);
        }
        expressions(op).forEach(expression -> expression(expression, depth));
        below(op, depth);
    }

    /** What stands in a row in the query stands, in the algebra, each inside the next: that is no nesting. */
    private void below(Op op, int depth) {
        if (op instanceof Op1 one) {
            boolean nests = op instanceof OpProject || op instanceof OpGraph || op instanceof OpService;
            op(one.getSubOp(), nests ? depth + 1 : depth);
        } else if (op instanceof Op2 two) {
            op(two.getLeft(), depth);
            op(two.getRight(), depth + 1);
        } else if (op instanceof OpN many) {
            many.getElements().forEach(element -> op(element, depth + 1));
        }
    }

    private static List<Expr> expressions(Op op) {
        if (op instanceof OpFilter filter) {
            return filter.getExprs().getList();
        }
        if (op instanceof OpLeftJoin optional && optional.getExprs() != null) {
            return optional.getExprs().getList();
        }
        if (op instanceof OpExtendAssign binding) {
            return expressions(binding.getVarExprList());
        }
        if (op instanceof OpOrder order) {
            return order.getConditions().stream()
                    .map(SortCondition::getExpression)
                    .toList();
        }
        if (op instanceof OpGroup group) {
            return Stream.concat(expressions(group.getGroupVars()).stream(), group.getAggregators().stream())
                    .toList();
        }
        return List.of();
    }

    private static List<Expr> expressions(VarExprList bindings) {
        return List.copyOf(bindings.getExprs().values());
    }

    private void expression(Expr expression, int depth) {
        count(depth);
        if (expression instanceof ExprAggregator aggregate) {
            aggregate(aggregate, depth);
        } else if (expression instanceof ExprFunctionOp exists) {
            op(exists.getGraphPattern(), depth + 1);
        } else if (expression instanceof ExprFunction function) {
            function(function);
            repeatable &= !(function instanceof ExprFunction0 || function instanceof Unstable);
            List<Expr> arguments = function.getArgs();
            for (int i = 0; i < arguments.size(); i++) {
                boolean inARow = i == 0 && function instanceof ExprFunction2;
                if (arguments.get(i) != null) {
                    expression(arguments.get(i), inARow ? depth : depth + 1);
                }
            }
        }
    }

    private void aggregate(ExprAggregator aggregate, int depth) {
        String name = aggregate.getAggregator().getName();
        if (!AGGREGATES.contains(name)) {
            throw unknownFunction(name);
        }
        ExprList arguments = aggregate.getAggregator().getExprList();
        if (arguments != null) {
            arguments.forEach(argument -> expression(argument, depth + 1));
        }
    }

    private static void function(ExprFunction function) {
        if (function instanceof E_Function named && !isKnown(named.getFunctionIRI())) {
            throw unknownFunction("<" + named.getFunctionIRI() + ">");
        }
    }

    private static boolean isKnown(String function) {
        return CASTS.contains(function) || FURTHER_CASTS.contains(function);
    }

    private void count(int depth) {
        parts++;
        if (parts > MOST_PARTS) {
            throw tooLarge("more than " + MOST_PARTS + " parts", MOST_PARTS);
        }
        if (depth > DEEPEST) {
            throw tooDeep();
        }
    }

    static HttpProblem tooLarge(String what, int limit) {
        return HttpProblem.of(400, "Query too large", "The query has " + what + ".")
                .advising("Ask in several queries; put long lists of values into VALUES.")
                .with("limit", limit);
    }

    private static HttpProblem unknownFunction(String name) {
        return HttpProblem.of(400, "Unknown function", "There is no function " + name + " here.")
                .advising("The functions are those of SPARQL 1.2 and the casts to types of XML Schema.");
    }
}
