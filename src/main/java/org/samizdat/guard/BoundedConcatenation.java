package org.samizdat.guard;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.expr.aggregate.AggregatorBase;
import org.apache.jena.sparql.serializer.SerializationContext;

/** GROUP_CONCAT whose texts, added up within a group, are not longer than one text may be. */
final class BoundedConcatenation extends AggregatorBase {
    private final Aggregator concatenation;

    BoundedConcatenation(Aggregator concatenation) {
        super(concatenation.getName(), concatenation instanceof AggGroupConcatDistinct, concatenation.getExprList());
        this.concatenation = concatenation;
    }

    @Override
    public Aggregator copy(ExprList expressions) {
        return new BoundedConcatenation(concatenation.copy(expressions));
    }

    @Override
    public Accumulator createAccumulator() {
        ExprList counting = new ExprList(new CountedText(getExprList().get(0), isDistinct));
        return concatenation.copy(counting).createAccumulator();
    }

    @Override
    public Node getValueEmpty() {
        return concatenation.getValueEmpty();
    }

    @Override
    public String toPrefixString() {
        return concatenation.toPrefixString();
    }

    @Override
    public String asSparqlExpr(SerializationContext context) {
        return concatenation.asSparqlExpr(context);
    }

    @Override
    public int hashCode() {
        return concatenation.hashCode();
    }

    @Override
    public boolean equals(Aggregator other, boolean bySyntax) {
        return other instanceof BoundedConcatenation bounded && concatenation.equals(bounded.concatenation, bySyntax);
    }
}
