package org.samizdat.guard;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.NodeValue;

/** The value of an expression, if a triple may have it as subject: ARQ's function TRIPLE takes any, and no format can say that. */
final class TripleSubject extends ExprFunction1 {
    TripleSubject(Expr expression) {
        super(expression, "subject");
    }

    @Override
    public NodeValue eval(NodeValue value) {
        Node subject = value.asNode();
        if (!subject.isURI() && !subject.isBlank()) {
            throw new ExprEvalException("A subject is an IRI or a blank node.");
        }
        return value;
    }

    @Override
    public Expr copy(Expr expression) {
        return new TripleSubject(expression);
    }
}
