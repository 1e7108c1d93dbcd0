package org.samizdat.guard;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import javax.xml.datatype.DatatypeConstants;
import javax.xml.datatype.DatatypeConstants.Field;
import javax.xml.datatype.Duration;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * The value of an expression, if it can be added: no longer span of time than a calendar can be walked through, month by month, and no
 * text, which ARQ would join by {@code +} (SPARQL 1.1 Query, section 17.3).
 */
final class Addend extends ExprFunction1 {
    private static final BigDecimal MOST_DAYS = BigDecimal.valueOf(4_000_000);

    /** How many days each makes, rounded up. */
    private static final Map<Field, BigDecimal> DAYS = Map.of(
            DatatypeConstants.YEARS,
            BigDecimal.valueOf(366),
            DatatypeConstants.MONTHS,
            BigDecimal.valueOf(31),
            DatatypeConstants.DAYS,
            BigDecimal.ONE,
            DatatypeConstants.HOURS,
            new BigDecimal("0.05"),
            DatatypeConstants.MINUTES,
            new BigDecimal("0.0007"),
            DatatypeConstants.SECONDS,
            new BigDecimal("0.000012"));

    Addend(Expr expression) {
        super(expression, "addend");
    }

    @Override
    public NodeValue eval(NodeValue value) {
        if (value.isDuration() && days(value.getDuration()).compareTo(MOST_DAYS) > 0) {
            throw new LimitExceededException("A duration is longer than " + MOST_DAYS + " days.");
        }
        if (value.isString()) {
            throw new ExprEvalException("Texts are not added.");
        }
        return value;
    }

    private static BigDecimal days(Duration duration) {
        BigDecimal days = BigDecimal.ZERO;
        for (Map.Entry<Field, BigDecimal> unit : DAYS.entrySet()) {
            Number number = duration.getField(unit.getKey());
            if (number instanceof BigInteger whole) {
                days = days.add(new BigDecimal(whole).multiply(unit.getValue()));
            } else if (number instanceof BigDecimal exact) {
                days = days.add(exact.multiply(unit.getValue()));
            }
        }
        return days;
    }

    @Override
    public Expr copy(Expr expression) {
        return new Addend(expression);
    }
}
