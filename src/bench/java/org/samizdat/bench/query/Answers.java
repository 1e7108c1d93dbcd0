package org.samizdat.bench.query;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.samizdat.bench.CannotMeasureException;
import org.samizdat.bench.Server;
import org.samizdat.bench.Target;

/** Answers are compared before speed is. */
final class Answers {
    private final Server one;
    private final Server other;

    Answers(Server one, Server other) {
        this.one = one;
        this.other = other;
    }

    /**
     * Asks both; they must answer the same, in any order.
     *
     * @return how many lines the answer has
     * @throws CannotMeasureException if they do not
     */
    int compare(String text) throws IOException, InterruptedException {
        Query query = QueryFactory.create(text, Syntax.syntaxSPARQL_12);
        List<String> lines = lines(one, query, text);
        List<String> others = lines(other, query, text);
        if (!lines.equals(others) && !(isCut(query, lines) && isCut(query, others))) {
            throw new CannotMeasureException("The servers do not give the same answer to " + text);
        }
        return lines.size();
    }

    /** Where the limit cuts and nothing is said of the order, each may choose which rows to give. */
    private static boolean isCut(Query query, List<String> lines) {
        return query.hasLimit() && !query.hasOrderBy() && lines.size() == 1 + query.getLimit();
    }

    private static List<String> lines(Server server, Query query, String text)
            throws IOException, InterruptedException {
        String body = new String(server.body(Target.query(text, accept(query))), StandardCharsets.UTF_8);
        return query.isAskType()
                ? List.of(Boolean.toString(body.contains("true")))
                : body.lines().sorted().toList();
    }

    private static String accept(Query query) {
        if (query.isAskType()) {
            return "application/sparql-results+json";
        }
        return query.isSelectType() ? "text/tab-separated-values" : "application/n-triples";
    }
}
