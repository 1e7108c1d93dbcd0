package org.samizdat.query;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.exec.QueryExecDatasetBuilder;
import org.samizdat.guard.Cancellation;
import org.samizdat.http.HttpProblem;

/**
 * The other endpoints that a query may ask with SERVICE: those that the operator has listed, by their exact address, and
 * none of them at an address that only this machine or its network can reach.
 */
final class Services {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Set<String> allowed;
    private final Predicate<InetAddress> reachable;

    /** @param reachable which addresses may be called */
    Services(Collection<String> allowed, Predicate<InetAddress> reachable) {
        this.allowed = new TreeSet<>(allowed);
        this.reachable = reachable;
    }

    /** @throws HttpProblem if this must not be asked */
    void check(Node service) {
        boolean may = service.isURI() && allowed.contains(service.getURI()) && isReachable(service.getURI());
        if (!may) {
            String known = allowed.isEmpty() ? "none" : String.join(", ", allowed);
            throw HttpProblem.of(403, "SERVICE not allowed", "No query may ask this endpoint by way of ours.")
                    .advising("Endpoints that may be asked: " + known + ". Ask others yourself and join the results.");
        }
    }

    private boolean isReachable(String service) {
        try {
            String host = URI.create(service).getHost();
            return Stream.of(InetAddress.getAllByName(host)).allMatch(reachable);
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Lets the query ask them, for no longer than it may run, and without being sent elsewhere. */
    void install(QueryExecDatasetBuilder builder, Cancellation cancellation) {
        if (allowed.isEmpty()) {
            return;
        }
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(PATIENCE)
                .build();
        // A thread that waits for another server looks at nothing else.
        cancellation.onCancel(client::shutdownNow);
        builder.set(ARQ.httpServiceAllowed, true).set(ARQ.httpQueryClient, client);
    }

    /** Whether an address belongs to the public internet: RFC 6890, and what Java knows. */
    static boolean isPublic(InetAddress address) {
        boolean special = address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        return !special && (address.getAddress().length == 4 ? isPublicV4(address.getAddress()) : isPublicV6(address));
    }

    private static boolean isPublicV4(byte[] address) {
        int first = Byte.toUnsignedInt(address[0]);
        int second = Byte.toUnsignedInt(address[1]);
        boolean shared = first == 100 && (second & 0xC0) == 64;
        boolean testing = first == 198 && (second & 0xFE) == 18;
        boolean protocol = first == 192 && second == 0 && address[2] == 0;
        return first != 0 && first < 240 && !shared && !testing && !protocol;
    }

    /** Of IPv6 only global unicast, 2000::/3, without the ways back to IPv4, 2002::/16 and 2001::/32. */
    private static boolean isPublicV6(InetAddress address) {
        byte[] bytes = address.getAddress();
        List<Byte> start = List.of(bytes[0], bytes[1], bytes[2], bytes[3]);
        boolean global = (bytes[0] & 0xE0) == 0x20;
        boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
        return global && !sixToFour && !start.equals(List.of((byte) 0x20, (byte) 0x01, (byte) 0, (byte) 0));
    }
}
