package org.samizdat.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.EstimationProbe;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpField;
import org.samizdat.http.HttpProblem;

/** What each client has used of its share, by the fields of draft-ietf-httpapi-ratelimit-headers. */
final class FairShare {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    /** Clients that are remembered; a bucket takes some hundred bytes. */
    static final long CLIENTS = 100_000;

    private final Limits.FairUse limits;
    private final HttpField policy;
    private final Cache<String, Client> clients = Caffeine.newBuilder()
            .maximumSize(CLIENTS)
            // A bucket that nobody has taken from for so long is full again, unless it was deep in debt.
            .expireAfterAccess(Duration.ofMinutes(10))
            .executor(Runnable::run)
            .build();

    FairShare(Limits.FairUse limits) {
        this.limits = limits;
        this.policy = new HttpField(
                "RateLimit-Policy",
                "\"query-milliseconds\";q=" + limits.time().toMillis() + ";w=" + WINDOW.toSeconds() + ", \"errors\";q="
                        + limits.errors() + ";w=" + WINDOW.toSeconds());
    }

    HttpField policy() {
        return policy;
    }

    Client client(String address) {
        return clients.get(
                address, key -> new Client(bucket(limits.time().toMillis(), WINDOW), bucket(limits.errors(), WINDOW)));
    }

    /** A client's share of so much in a time, which it gets back little by little. */
    static Bucket bucket(long tokens, Duration window) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(tokens).refillGreedy(tokens, window))
                .build();
    }

    /** After how many seconds it is worth coming again. */
    static long seconds(long nanos) {
        return 1 + TimeUnit.NANOSECONDS.toSeconds(nanos);
    }

    /** One client's buckets. */
    static final class Client {
        private final Bucket milliseconds;
        private final Bucket errors;

        private Client(Bucket milliseconds, Bucket errors) {
            this.milliseconds = milliseconds;
            this.errors = errors;
        }

        /** @throws HttpProblem if this client has used up its share; it says when to come again */
        void check() {
            for (Bucket bucket : List.of(milliseconds, errors)) {
                EstimationProbe probe = bucket.estimateAbilityToConsume(1);
                if (!probe.canBeConsumed()) {
                    String what = bucket == errors ? "failed requests" : "query time";
                    long seconds = seconds(probe.getNanosToWaitForRefill());
                    throw HttpProblem.of(
                                    429, "Too many requests", "Your share of " + what + " for this minute is used up.")
                            .advising("Wait " + seconds + " seconds; then ask less often, or for less.")
                            .retryAfter(seconds)
                            .with(remaining());
                }
            }
        }

        /** What has been used may be more than was left: then the client waits longer. */
        void used(Duration time) {
            milliseconds.consumeIgnoringRateLimits(Math.max(1, time.toMillis()));
        }

        void failed() {
            errors.consumeIgnoringRateLimits(1);
        }

        HttpField remaining() {
            return new HttpField(
                    "RateLimit",
                    "\"query-milliseconds\";r=" + Math.max(0, milliseconds.getAvailableTokens()) + ", \"errors\";r="
                            + Math.max(0, errors.getAvailableTokens()));
        }
    }
}
