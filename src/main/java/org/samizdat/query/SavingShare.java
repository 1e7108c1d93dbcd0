package org.samizdat.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import org.eclipse.jetty.http.HttpFields;
import org.samizdat.http.HttpProblem;

/** How often each client may save a query, by the fields of draft-ietf-httpapi-ratelimit-headers. */
final class SavingShare {
    private static final int QUERIES = 60;
    private static final Duration WINDOW = Duration.ofHours(1);
    private final Cache<String, Bucket> clients = Caffeine.newBuilder()
            .maximumSize(FairShare.CLIENTS)
            .expireAfterAccess(WINDOW)
            .executor(Runnable::run)
            .build();

    /**
     * Counts one more, whatever will become of it.
     *
     * @param client its address
     * @param fields of the response, which say what is left
     * @throws HttpProblem if this client has used up its share; it says when to come again
     */
    void take(String client, HttpFields.Mutable fields) {
        ConsumptionProbe probe =
                clients.get(client, any -> FairShare.bucket(QUERIES, WINDOW)).tryConsumeAndReturnRemaining(1);
        fields.add("RateLimit-Policy", "\"queries-saved\";q=" + QUERIES + ";w=" + WINDOW.toSeconds());
        fields.add("RateLimit", "\"queries-saved\";r=" + probe.getRemainingTokens());
        if (!probe.isConsumed()) {
            long seconds = FairShare.seconds(probe.getNanosToWaitForRefill());
            throw HttpProblem.of(429, "Too many requests", "Your share of saved queries for this hour is used up.")
                    .advising("Wait " + seconds + " seconds; then save what you want to cite, and ask the rest.")
                    .retryAfter(seconds);
        }
    }
}
