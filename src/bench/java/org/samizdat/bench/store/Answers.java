package org.samizdat.bench.store;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Random;
import org.samizdat.bench.CannotMeasureException;
import org.samizdat.bench.Server;

/** Answers are compared before speed is. */
final class Answers {
    private static final int THINGS = 100;

    private Answers() {}

    /** Asks both servers every shape about things drawn at random; they must answer the same, in any order. */
    static void compare(Server one, Server other, List<String> slugs, long seed)
            throws IOException, InterruptedException {
        Random random = new Random(seed);
        for (int i = 0; i < THINGS; i++) {
            String slug = slugs.get(random.nextInt(slugs.size()));
            for (Shape shape : Shape.values()) {
                String query = shape.query(slug, "a" + i);
                if (!agree(lines(one, shape, query), lines(other, shape, query))) {
                    throw new CannotMeasureException("The servers do not give the same answer to " + query);
                }
            }
        }
    }

    /** Where the limit cuts, each may choose which rows to give. */
    private static boolean agree(List<String> one, List<String> other) {
        boolean cut = one.size() == 1 + Shape.LIMIT && other.size() == one.size();
        return one.size() > 1 && (cut || one.equals(other));
    }

    private static List<String> lines(Server server, Shape shape, String query)
            throws IOException, InterruptedException {
        HttpResponse<String> response =
                server.get(query, shape.isGraph() ? "application/n-triples" : "text/tab-separated-values");
        if (response.statusCode() != 200) {
            throw new CannotMeasureException(
                    server.name() + " answered " + response.statusCode() + " to " + query + "\n" + response.body());
        }
        return response.body().lines().sorted().toList();
    }
}
