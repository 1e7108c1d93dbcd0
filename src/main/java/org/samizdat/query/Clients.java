package org.samizdat.query;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;

/** Who asks, and at which address: as the connection has it, or as a proxy that is trusted says. */
final class Clients {
    private static final int IPV6 = 16;

    private final Set<String> proxies;

    /** @param proxies addresses whose X-Forwarded-For is believed */
    Clients(Collection<String> proxies) {
        this.proxies = Set.copyOf(proxies);
    }

    /** An address; of IPv6 the network alone, since a client has 2⁶⁴ addresses in it. */
    String of(Request request) {
        String address = Request.getRemoteAddr(request);
        List<String> forwarded = request.getHeaders().getCSV(HttpHeader.X_FORWARDED_FOR, false);
        // The last is what the nearest proxy saw; those before it are what a client may have made up.
        for (int i = forwarded.size() - 1; i >= 0 && proxies.contains(address); i--) {
            address = forwarded.get(i).strip();
        }
        return network(address);
    }

    /** The absolute address that the client used: of a proxy that is trusted what it says of it. */
    String address(Request request) {
        HttpURI uri = request.getHttpURI();
        boolean trusted = proxies.contains(Request.getRemoteAddr(request));
        String scheme = forwarded(request, HttpHeader.X_FORWARDED_PROTO, "https?", trusted)
                .orElse(uri.getScheme());
        String authority = forwarded(request, HttpHeader.X_FORWARDED_HOST, "[A-Za-z0-9._:\\[\\]-]+", trusted)
                .orElse(uri.getAuthority());
        return scheme + "://" + authority + uri.getPath();
    }

    private static Optional<String> forwarded(Request request, HttpHeader name, String form, boolean trusted) {
        return Optional.ofNullable(request.getHeaders().get(name)).filter(value -> trusted && value.matches(form));
    }

    private static String network(String address) {
        String plain = address.replace("[", "").replace("]", "");
        if (plain.indexOf(':') < 0) {
            return plain;
        }
        try {
            // With a colon in it this is never looked up.
            byte[] bytes = InetAddress.getByName(plain).getAddress();
            return bytes.length == IPV6 ? HexFormat.ofDelimiter(":").formatHex(bytes, 0, IPV6 / 2) : plain;
        } catch (UnknownHostException e) {
            return plain;
        }
    }
}
