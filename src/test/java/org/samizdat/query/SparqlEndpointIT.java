package org.samizdat.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Request;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Faults that nobody foresaw, before a query has its place. */
class SparqlEndpointIT {
    private static final Limits LIMITS =
            Limits.standard().withFairUse(Optional.empty()).withSlots(1, 0);

    /** Where a request breaks down. */
    private enum Fault {
        WHO_ASKS((request, broken) -> new Request.Wrapper(request) {
            @Override
            public ConnectionMetaData getConnectionMetaData() {
                return failIf(broken, super.getConnectionMetaData());
            }
        }),
        IS_IT_KNOWN((request, broken) -> new Request.Wrapper(request) {
            @Override
            public HttpFields getHeaders() {
                return failIf(broken, super.getHeaders());
            }
        }),
        IS_THE_CLIENT_THERE((request, broken) -> new Request.Wrapper(request) {
            @Override
            public void addIdleTimeoutListener(Predicate<TimeoutException> listener) {
                super.addIdleTimeoutListener(failIf(broken, listener));
            }
        });

        private final BiFunction<Request, AtomicBoolean, Request> breaking;

        Fault(BiFunction<Request, AtomicBoolean, Request> breaking) {
            this.breaking = breaking;
        }

        private static <T> T failIf(AtomicBoolean broken, T value) {
            if (broken.getAndSet(false)) {
                throw new IllegalStateException("A test makes this fail.");
            }
            return value;
        }
    }

    /** RFC 9457; the client is told, the data is let go once, and the only place is free for the next. */
    @ParameterizedTest
    @EnumSource
    void aFaultIsToldAndLeavesNothingBehind(Fault fault) {
        AtomicBoolean broken = new AtomicBoolean();
        try (EndpointFixture server = EndpointFixture.start(LIMITS, request -> fault.breaking.apply(request, broken))) {
            for (int i = 0; i < 3; i++) {
                broken.set(true);
                HttpResponse<String> told =
                        server.ask("SELECT (" + i + " AS ?x) {}").join();
                assertEquals(500, told.statusCode());
                assertEquals(
                        "application/problem+json",
                        told.headers().firstValue("Content-Type").orElse(""));
                assertFalse(told.body().contains("test"), told.body());
                EndpointFixture.await(server::allDone);
                assertEquals(
                        200, server.ask("SELECT (" + i + " AS ?y) {}").join().statusCode());
                EndpointFixture.await(server::allDone);
            }
        }
    }
}
