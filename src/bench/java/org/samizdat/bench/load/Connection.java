package org.samizdat.bench.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.samizdat.bench.Target;

/** A connection over which one request goes after the other. It does little, so as to take little from what is measured. */
public final class Connection implements AutoCloseable {
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private final URI root;
    private final Socket socket;
    private final InputStream in;

    /** @param root of the server, {@code http://localhost:3030/} */
    public Connection(URI root) throws IOException {
        this.root = root;
        this.socket = new Socket(root.getHost(), root.getPort());
        socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /**
     * Sends a request and reads the whole answer.
     *
     * @return its status
     * @throws IOException if the server breaks off
     */
    public int get(Target target) throws IOException {
        StringBuilder head = new StringBuilder("GET " + target.path() + " HTTP/1.1\r\n");
        head.append("Host: ").append(root.getAuthority()).append("\r\n");
        for (int i = 0; i < target.fields().size(); i += 2) {
            head.append(target.fields().get(i)).append(": ");
            head.append(target.fields().get(i + 1)).append("\r\n");
        }
        socket.getOutputStream().write(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        return receive();
    }

    /** @throws IOException also if the answer is not a success */
    void require(Target target) throws IOException {
        int status = get(target);
        if (status >= 400) {
            throw new IOException(status + " for " + target.path());
        }
    }

    private int receive() throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        int length = -1;
        for (String field = line(); !field.isEmpty(); field = line()) {
            if (field.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Integer.parseInt(field.substring(15).strip());
            }
        }
        if (status == NO_CONTENT || status == NOT_MODIFIED) {
            return status;
        }
        if (length >= 0) {
            in.skipNBytes(length);
        } else {
            skipChunks();
        }
        return status;
    }

    private void skipChunks() throws IOException {
        int size;
        do {
            size = Integer.parseInt(line().strip(), 16);
            in.skipNBytes(size);
            line();
        } while (size > 0);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new IOException("The server closed the connection.");
            }
            line.append((char) b);
        }
        return line.toString().stripTrailing();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
