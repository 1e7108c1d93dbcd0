package org.samizdat.mapping;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpAssign;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.ExprVisitorBase;

/**
 * What a query mentions, wherever it stands: in the pattern, in an expression, or in a pattern inside an expression.
 *
 * @param assigned variables that BIND, AS or an aggregate give a value
 * @param bound those and the variables of triple patterns and VALUES
 * @param used variables that expressions read
 * @param functions the calls of functions that are named by an IRI
 * @param predicates the predicates of triple patterns
 */
record MappingVariables(
        Set<Var> assigned, Set<Var> bound, Set<Var> used, List<E_Function> functions, Set<Node> predicates) {

    static MappingVariables of(Op op) {
        MappingVariables found = new MappingVariables(
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new ArrayList<>(),
                new LinkedHashSet<>());
        Patterns patterns = found.new Patterns();
        Walker.walk(op, patterns, patterns.expressions);
        return found;
    }

    /** The variables of a triple, those of triple terms in it included. */
    static void collect(Triple triple, Set<Var> into) {
        Editions.terms(triple).filter(Var::isVar).forEach(node -> into.add(Var.alloc(node)));
    }

    private void assign(Iterable<Var> variables) {
        variables.forEach(var -> {
            bound.add(var);
            if (!Var.isAllocVar(var)) {
                assigned.add(var);
            }
        });
    }

    private final class Patterns extends OpVisitorBase {
        private final Expressions expressions = new Expressions();

        @Override
        public void visit(OpBGP op) {
            op.getPattern().forEach(triple -> {
                collect(triple, bound);
                predicates.add(triple.getPredicate());
            });
        }

        @Override
        public void visit(OpPath op) {
            TriplePath path = op.getTriplePath();
            collect(
                    Triple.create(path.getSubject(), org.apache.jena.vocabulary.RDF.Nodes.type, path.getObject()),
                    bound);
        }

        @Override
        public void visit(OpTable op) {
            bound.addAll(op.getTable().getVars());
        }

        @Override
        public void visit(OpExtend op) {
            assign(op.getVarExprList().getVars());
        }

        @Override
        public void visit(OpAssign op) {
            assign(op.getVarExprList().getVars());
        }

        @Override
        public void visit(OpOrder op) {
            op.getConditions().forEach(condition -> walk(condition.getExpression()));
        }

        @Override
        public void visit(OpGroup op) {
            bound.addAll(op.getGroupVars().getVars());
            op.getGroupVars().getExprs().values().forEach(this::walk);
            op.getAggregators().forEach(this::visit);
        }

        private void visit(ExprAggregator aggregator) {
            bound.add(aggregator.getVar());
            ExprList arguments = aggregator.getAggregator().getExprList();
            if (arguments != null) {
                arguments.forEach(this::walk);
            }
        }

        private void walk(Expr expression) {
            Walker.walk(expression, this, expressions);
        }
    }

    private final class Expressions extends ExprVisitorBase {
        @Override
        public void visit(ExprVar variable) {
            used.add(variable.asVar());
        }

        @Override
        public void visit(ExprFunctionN function) {
            if (function instanceof E_Function call) {
                functions.add(call);
            }
        }
    }
}
