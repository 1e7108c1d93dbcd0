package org.samizdat.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.Substitute;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.expr.Expr;

/** One step of a mapping's pattern. */
sealed interface Step {
    /** How many different look-ups, or checked terms, a mapping remembers. */
    int REMEMBERED = 4_096;

    /** Why this step let no solution through. */
    RowMapping.Obstacle obstacle(Solution solution);

    /**
     * BIND.
     *
     * @param place where the value goes
     * @param expression as it is evaluated
     * @param written as it stands in the query
     * @param required places that must be filled for the expression to have a value
     */
    record Bind(Var variable, int place, Expr expression, Expr written, int[] required, ExecutionContext context)
            implements Step {
        boolean canEvaluate(Solution solution) {
            for (int place : required) {
                if (solution.at(place) == null) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public RowMapping.Obstacle obstacle(Solution solution) {
            throw new IllegalStateException("A BIND stops nothing.");
        }
    }

    /**
     * FILTER.
     *
     * @param expression as it is evaluated
     * @param text as it stands in the query
     * @param columns the columns behind its variables
     */
    record Keep(Expr expression, String text, Set<Var> variables, Set<String> columns, ExecutionContext context)
            implements Step {
        @Override
        public RowMapping.Obstacle obstacle(Solution solution) {
            return new RowMapping.Obstacle(
                    columns, "FILTER " + text + " is not true" + values(variables, solution) + ".");
        }
    }

    /** A pattern, matched by ARQ against the reference graph. */
    final class Match implements Step {
        private final Op op;
        private final List<Var> seen;
        private final int[] seenPlaces;
        private final List<Var> variables;
        private final int[] places;
        private final Set<String> columns;
        private final ExecutionContext context;
        private final Map<List<Node>, List<Node[]>> known = new HashMap<>();

        /**
         * @param seen the variables in it that are a column or were bound before
         * @param variables all that may be bound after it
         * @param columns the columns behind those that it sees
         */
        Match(
                Op op,
                List<Var> seen,
                List<Var> variables,
                Set<String> columns,
                Solution solution,
                ExecutionContext context) {
            this.op = op;
            this.seen = seen;
            this.seenPlaces = seen.stream().mapToInt(solution::place).toArray();
            this.variables = variables;
            this.places = variables.stream().mapToInt(solution::place).toArray();
            this.columns = columns;
            this.context = context;
        }

        Node[] save(Solution solution) {
            return at(places, solution);
        }

        void restore(Solution solution, Node[] values) {
            for (int i = 0; i < places.length; i++) {
                solution.set(places[i], values[i]);
            }
        }

        /**
         * The values of the variables after this step, one array a solution. What is found depends on nothing but the values of the
         * variables seen.
         *
         * @param failed whether a BIND inside failed, so that it must fail again for the next row
         */
        List<Node[]> extensions(Solution solution, BooleanSupplier failed) {
            List<Node> key = Arrays.asList(at(seenPlaces, solution));
            List<Node[]> found = known.get(key);
            if (found == null) {
                found = find(key);
                if (!failed.getAsBoolean()) {
                    remember(key, found);
                }
            }
            return found;
        }

        private void remember(List<Node> key, List<Node[]> found) {
            if (known.size() == REMEMBERED) {
                known.clear();
            }
            known.put(key, found);
        }

        private static Node[] at(int[] places, Solution solution) {
            Node[] values = new Node[places.length];
            for (int i = 0; i < places.length; i++) {
                values[i] = solution.at(places[i]);
            }
            return values;
        }

        private List<Node[]> find(List<Node> key) {
            BindingBuilder builder = Binding.builder();
            for (int i = 0; i < key.size(); i++) {
                if (key.get(i) != null) {
                    builder.add(seen.get(i), key.get(i));
                }
            }
            Binding input = builder.build();
            List<Node[]> found = new ArrayList<>();
            QueryIterator solutions = QC.execute(Substitute.substitute(op, input), input, context);
            try {
                solutions.forEachRemaining(one -> {
                    if (agree(one, input)) {
                        found.add(variables.stream()
                                .map(var -> value(var, one, input))
                                .toArray(Node[]::new));
                    }
                });
            } finally {
                solutions.close();
            }
            return found;
        }

        /** A subquery hides what was put into it, and may give the same variable another value. */
        private boolean agree(Binding one, Binding input) {
            return seen.stream()
                    .allMatch(var -> !one.contains(var)
                            || !input.contains(var)
                            || one.get(var).equals(input.get(var)));
        }

        private static Node value(Var variable, Binding one, Binding input) {
            Node node = input.contains(variable) ? input.get(variable) : one.get(variable);
            return node == null ? null : Terms.canonical(node);
        }

        @Override
        public RowMapping.Obstacle obstacle(Solution solution) {
            Graph ontology = context.getActiveGraph();
            List<String> unknown = seen.stream()
                    .map(solution::get)
                    .filter(node -> node != null && node.isURI() && !ontology.contains(node, Node.ANY, Node.ANY))
                    .map(node -> "<" + node.getURI() + "> is not in the ontology.")
                    .toList();
            return new RowMapping.Obstacle(
                    columns,
                    unknown.isEmpty()
                            ? "The ontology has nothing that fits the pattern"
                                    + values(new LinkedHashSet<>(seen), solution) + "."
                            : String.join(" ", unknown));
        }
    }

    private static String values(Set<Var> variables, Solution solution) {
        String values = variables.stream()
                .map(variable -> "?" + variable.getName() + " "
                        + (solution.contains(variable) ? "= " + solution.get(variable) : "unbound"))
                .collect(Collectors.joining(", "));
        return values.isEmpty() ? "" : " with " + values;
    }
}
