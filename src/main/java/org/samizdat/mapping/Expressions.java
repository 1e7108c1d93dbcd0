package org.samizdat.mapping;

import java.util.HashSet;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.E_Bound;
import org.apache.jena.sparql.expr.E_Coalesce;
import org.apache.jena.sparql.expr.E_IRI;
import org.apache.jena.sparql.expr.E_If;
import org.apache.jena.sparql.expr.E_LogicalAnd;
import org.apache.jena.sparql.expr.E_LogicalOr;
import org.apache.jena.sparql.expr.E_OneOfBase;
import org.apache.jena.sparql.expr.E_StrLang;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.ExprTransformer;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.VariableNotBoundException;
import org.apache.jena.sparql.expr.nodevalue.NodeValueLang;
import org.apache.jena.sparql.expr.nodevalue.NodeValueNode;
import org.apache.jena.sparql.expr.nodevalue.NodeValueString;
import org.apache.jena.sparql.function.FunctionEnv;

/**
 * Makes the expressions of a query fit for mapping: quicker to evaluate, with the holes of ARQ 6.0 closed, and with every failing
 * BIND reported.
 */
final class Expressions extends ExprTransformCopy {
    private final Solution solution;

    Expressions(Solution solution) {
        super(COPY_ALWAYS);
        this.solution = solution;
    }

    /** What to do when a BIND inside a pattern fails; the variable then stays unbound. */
    @FunctionalInterface
    interface Failure {
        void report(Var variable, Expr expression, RuntimeException cause);
    }

    Expr prepare(Expr expression) {
        return ExprTransformer.transform(this, expression);
    }

    Op prepare(Op op, Failure failure) {
        Op traced = Transformer.transform(new TraceBinds(failure), op);
        return Transformer.transform(new TransformCopy(), this, traced);
    }

    @Override
    public Expr transform(ExprVar variable) {
        return solution.knows(variable.asVar()) ? new Cell(variable.asVar(), solution) : variable;
    }

    @Override
    public Expr transform(ExprFunction1 function, Expr argument) {
        return function instanceof E_IRI iri
                ? new E_IRI(iri.getParserBase(), new Text(argument))
                : super.transform(function, argument);
    }

    @Override
    public Expr transform(ExprFunction2 function, Expr first, Expr second) {
        return function instanceof E_StrLang
                ? new CheckedStrLang(first, second)
                : super.transform(function, first, second);
    }

    /** The variables without which an expression has no value in any case: it need not be tried. */
    static Set<Var> required(Expr expression) {
        Set<Var> variables = new HashSet<>();
        collectRequired(expression, variables);
        return variables;
    }

    private static void collectRequired(Expr expression, Set<Var> into) {
        if (expression == null) {
            return;
        }
        if (expression.isVariable()) {
            into.add(expression.asVar());
        } else if (expression instanceof E_If condition) {
            collectRequired(condition.getArg1(), into);
        } else if (expression instanceof ExprFunction function && isStrict(expression)) {
            function.getArgs().forEach(argument -> collectRequired(argument, into));
        }
    }

    private static boolean isStrict(Expr expression) {
        return !(expression instanceof E_Bound
                || expression instanceof E_Coalesce
                || expression instanceof E_LogicalAnd
                || expression instanceof E_LogicalOr
                || expression instanceof E_OneOfBase
                || expression instanceof ExprFunctionOp);
    }

    /** The expression of a BIND, prepared, which gives canonical terms that can be published, or fails. */
    Expr checked(Expr written) {
        return Checked.of(prepare(written));
    }

    /** A variable whose value is looked up by place, past ARQ's cache of values, which costs more than it saves. */
    private static final class Cell extends ExprVar {
        private final Solution solution;
        private final int place;

        Cell(Var variable, Solution solution) {
            super(variable);
            this.solution = solution;
            this.place = solution.place(variable);
        }

        @Override
        public NodeValue eval(Binding binding, FunctionEnv env) {
            Node node = binding == solution ? solution.at(place) : binding.get(asVar());
            if (node == null) {
                throw new VariableNotBoundException("Not bound: " + asVar());
            }
            if (!node.isLiteral()) {
                return new NodeValueNode(node);
            }
            if (node.getLiteralLanguage().isEmpty()) {
                return isString(node) ? new NodeValueString(node) : NodeValue.makeNode(node);
            }
            return new NodeValueLang(node);
        }

        private static boolean isString(Node node) {
            return node.getLiteralDatatype() == org.apache.jena.datatypes.xsd.XSDDatatype.XSDstring;
        }
    }

    /** The text of a literal, so that a cell of type xsd:anyURI can become an IRI. An IRI stays one. */
    private static final class Text extends ExprFunction1 {
        Text(Expr argument) {
            super(argument, "text");
        }

        @Override
        public NodeValue eval(NodeValue value) {
            Node node = value.asNode();
            return node.isLiteral() && node.getLiteralDatatypeURI().endsWith("#anyURI")
                    ? NodeValue.makeString(node.getLiteralLexicalForm())
                    : value;
        }

        @Override
        public Expr copy(Expr argument) {
            return new Text(argument);
        }
    }

    /** STRLANG. Jena 6.0.0 throws a formatting error for a bad tag instead of saying so. Takes xsd:language as well. */
    static final class CheckedStrLang extends ExprFunction2 {
        CheckedStrLang(Expr text, Expr language) {
            super(text, language, "strlang");
        }

        @Override
        public NodeValue eval(NodeValue text, NodeValue language) {
            String tag =
                    language.asNode().isLiteral() ? language.asNode().getLiteralLexicalForm() : language.toString();
            if (!Terms.isLanguage(tag)) {
                throw new ExprEvalException("'" + tag + "' is not a language tag (BCP 47)");
            }
            if (!text.isString()) {
                throw new ExprEvalException("STRLANG takes a plain string, not " + text);
            }
            return NodeValue.makeLangString(text.asString(), tag);
        }

        @Override
        public Expr copy(Expr text, Expr language) {
            return new CheckedStrLang(text, language);
        }
    }

    /** Wraps the BINDs inside a pattern; those of the query's own level are evaluated by {@link RowMapping}. */
    private static final class TraceBinds extends TransformCopy {
        private final Failure failure;

        TraceBinds(Failure failure) {
            this.failure = failure;
        }

        @Override
        public Op transform(OpExtend op, Op sub) {
            VarExprList traced = new VarExprList();
            op.getVarExprList()
                    .forEachVarExpr((variable, expression) ->
                            traced.add(variable, new Traced(variable, expression, expression, failure)));
            return OpExtend.create(sub, traced);
        }
    }

    /** The expression of a BIND, which reports its failure before it fails. */
    private static final class Traced extends ExprFunction1 {
        private final Var variable;
        private final Expr written;
        private final Failure failure;

        Traced(Var variable, Expr expression, Expr written, Failure failure) {
            super(expression, "bind");
            this.variable = variable;
            this.written = written;
            this.failure = failure;
        }

        @Override
        protected NodeValue evalSpecial(Binding binding, FunctionEnv env) {
            try {
                return getArg().eval(binding, env);
            } catch (VariableNotBoundException e) {
                throw e;
            } catch (RuntimeException e) {
                failure.report(variable, written, e);
                throw new ExprEvalException(e.getMessage());
            }
        }

        @Override
        public NodeValue eval(NodeValue value) {
            return value;
        }

        @Override
        public Expr copy(Expr expression) {
            return new Traced(variable, expression, written, failure);
        }
    }
}
