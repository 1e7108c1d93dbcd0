package org.samizdat.http;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** An answer to a request written byte by byte, as no well-behaved client would send it. */
public record RawResponse(String text) {
    public static RawResponse get(URI server, String path) throws IOException {
        return send(server, "GET", path, "");
    }

    /** @param fields further lines of the head, each ending in CRLF */
    public static RawResponse send(URI server, String method, String path, String fields) throws IOException {
        String request = method + " " + path + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\n" + fields
                + "Connection: close\r\n\r\n";
        return exchange(server, request);
    }

    public static RawResponse exchange(URI server, String request) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return new RawResponse(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    public int status() {
        return text.startsWith("HTTP/1.1 ") ? Integer.parseInt(text.substring(9, 12)) : 0;
    }

    public String head() {
        return text.split("\r\n\r\n", 2)[0];
    }

    public String body() {
        String[] parts = text.split("\r\n\r\n", 2);
        return parts.length > 1 ? parts[1] : "";
    }

    /** The value of a field; empty if there is none. */
    public String field(String name) {
        return head().lines()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }
}
