package org.samizdat.mapping;

import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.E_Bound;
import org.apache.jena.sparql.expr.E_Coalesce;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_If;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.NodeValueNode;

/** A value that can be published, in its canonical form. */
final class Checked extends ExprFunction1 {
    private final Map<Node, NodeValue> known = new HashMap<>();

    private Checked(Expr expression) {
        super(expression, "checked");
    }

    /**
     * An expression that gives canonical terms which can be published, or fails. Only what can be bad is looked at: the choice
     * that an IF did not make, say, need not be checked.
     */
    static Expr of(Expr expression) {
        if (isTrusted(expression)) {
            return expression;
        }
        return expression instanceof E_If choice
                ? new E_If(choice.getArg1(), of(choice.getArg2()), of(choice.getArg3()))
                : new Checked(expression);
    }

    /**
     * Whether all terms that an expression can give are good without a look: text of cells, constants, and what our own functions
     * make, whatever they are given.
     */
    private static boolean isTrusted(Expr expression) {
        return switch (expression) {
            case E_Function call -> isTrustedCall(call);
            case E_If choice -> isTrusted(choice.getArg2()) && isTrusted(choice.getArg3());
            case E_Coalesce choice -> choice.getArgs().stream().allMatch(Checked::isTrusted);
            case Expressions.CheckedStrLang text -> isTrusted(text.getArg1());
            case NodeValue constant -> isGood(constant.asNode());
            default -> expression.isVariable() || expression instanceof E_Bound;
        };
    }

    private static boolean isGood(Node constant) {
        return Terms.fault(constant).isEmpty() && Terms.canonical(constant).equals(constant);
    }

    private static boolean isTrustedCall(E_Function call) {
        return call.getFunctionIRI().startsWith(Functions.NAMESPACE)
                && (!call.getFunctionIRI().equals(Functions.IRI)
                        || call.getArg(1).isConstant()
                                && isGood(call.getArg(1).getConstant().asNode()));
    }

    /** @throws IllegalArgumentException if the value cannot be published */
    @Override
    public NodeValue eval(NodeValue value) {
        Node term = value.asNode();
        return term.isURI() ? known(term) : checked(term);
    }

    /** IRIs come again and again, texts seldom. */
    private NodeValue known(Node iri) {
        NodeValue good = known.get(iri);
        if (good == null) {
            good = checked(iri);
            if (known.size() == Step.REMEMBERED) {
                known.clear();
            }
            known.put(iri, good);
        }
        return good;
    }

    private static NodeValue checked(Node term) {
        Terms.fault(term).ifPresent(why -> {
            throw new IllegalArgumentException("'" + (term.isURI() ? term.getURI() : term) + "' " + why);
        });
        return new NodeValueNode(Terms.canonical(term));
    }

    @Override
    public Expr copy(Expr expression) {
        return new Checked(expression);
    }
}
