package org.samizdat.query;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What one request, one client and all together may use.
 *
 * @param time from the end of a request to the end of its answer
 * @param heldBack bytes of an answer that are written before its status is sent
 * @param request bytes of a query
 * @param slots queries that run at the same time
 * @param queue queries that wait for a slot
 * @param fairUse what one client may use; empty for as much as it can get
 * @param services the endpoints that SERVICE may ask
 * @param proxies addresses of proxies, whose word is taken for the client's address
 */
public record Limits(
        Duration time,
        int heldBack,
        int request,
        int slots,
        int queue,
        Optional<FairUse> fairUse,
        List<String> services,
        List<String> proxies) {
    private static final int KILOBYTE = 1024;

    /**
     * What a client may use in a minute.
     *
     * @param time of all its queries together
     * @param errors requests that fail by the client's fault
     */
    public record FairUse(Duration time, int errors) {
        public static final FairUse STANDARD = new FairUse(Duration.ofSeconds(60), 30);
    }

    /** As {@code samizdat serve} has it unless told otherwise. */
    public static Limits standard() {
        return new Limits(
                Duration.ofSeconds(30),
                4 * KILOBYTE * KILOBYTE,
                256 * KILOBYTE,
                // Two at least, so that one client's long query does not shut out all others.
                Math.max(2, Runtime.getRuntime().availableProcessors()),
                32,
                Optional.of(FairUse.STANDARD),
                List.of(),
                List.of());
    }

    public Limits withTime(Duration other) {
        return new Limits(other, heldBack, request, slots, queue, fairUse, services, proxies);
    }

    public Limits withHeldBack(int other) {
        return new Limits(time, other, request, slots, queue, fairUse, services, proxies);
    }

    public Limits withSlots(int other, int waiting) {
        return new Limits(time, heldBack, request, other, waiting, fairUse, services, proxies);
    }

    public Limits withFairUse(Optional<FairUse> other) {
        return new Limits(time, heldBack, request, slots, queue, other, services, proxies);
    }

    public Limits withServices(List<String> others) {
        return new Limits(time, heldBack, request, slots, queue, fairUse, List.copyOf(others), proxies);
    }

    public Limits withProxies(List<String> others) {
        return new Limits(time, heldBack, request, slots, queue, fairUse, services, List.copyOf(others));
    }
}
