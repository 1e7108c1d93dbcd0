package org.samizdat.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.samizdat.http.Answer;
import org.samizdat.http.MediaRange;
import org.samizdat.http.Validators;
import org.samizdat.http.Version;

/**
 * What is known of the answers of one release. Each has an identity ({@link SparqlRequest#identity}), whichever way it was
 * asked for; as far as there is room it is kept under this, and the identity of a request under its address, so that the next
 * such request needs no parsing.
 */
public final class KnownAnswers {
    /** Of the heap: a sixteenth for answers, a hundredth for addresses. */
    private static final int ANSWERS = 16;

    private static final int ADDRESSES = 100;
    /** What an entry takes besides its texts, roughly. */
    private static final int ENTRY = 200;

    private final Version version;
    private final Cache<Address, String> identities;
    private final Cache<String, Answer> answers;
    private final EqualQueries running = new EqualQueries();

    /** By what a GET or HEAD request says, its answer is found. */
    private record Address(String parameters, String accept) {
        static Optional<Address> of(Request request) {
            String parameters = request.getHttpURI().getQuery();
            String method = request.getMethod();
            boolean reads = HttpMethod.GET.is(method) || HttpMethod.HEAD.is(method);
            return reads && parameters != null
                    ? Optional.of(new Address(
                            parameters, MediaRange.accept(request.getHeaders()).orElse("")))
                    : Optional.empty();
        }

        private int weight() {
            return parameters.length() + accept.length() + ENTRY;
        }
    }

    /** @param version of the release, and of the software that writes its answers */
    public KnownAnswers(Version version) {
        long heap = Runtime.getRuntime().maxMemory();
        this.version = version;
        this.answers = Answer.cache(heap / ANSWERS);
        this.identities = Caffeine.newBuilder()
                .maximumWeight(heap / ADDRESSES)
                .weigher((Address address, String identity) -> address.weight())
                .executor(Runnable::run)
                .build();
    }

    /** The answer to a request, if it is kept and the request has been met before. */
    Optional<Answer> find(Request request) {
        return identity(request).flatMap(this::find);
    }

    Optional<Answer> find(String identity) {
        return Optional.ofNullable(answers.getIfPresent(identity));
    }

    Optional<String> identity(Request request) {
        return Address.of(request).map(identities::getIfPresent);
    }

    void meet(Request request, String identity) {
        Address.of(request).ifPresent(address -> identities.put(address, identity));
    }

    void keep(String identity, Answer answer) {
        answers.put(identity, answer);
    }

    /** Strong: the release, the software and the identity decide every byte. */
    Validators validators(String identity) {
        return version.validators(identity);
    }

    /** The queries that are being run. */
    EqualQueries running() {
        return running;
    }
}
