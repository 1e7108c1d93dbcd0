package org.samizdat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A named pipe in the place of a file. Whoever reads it waits at that point until the test writes, and the test knows that it does. */
record Fifo(Path file) {
    static Fifo insteadOf(Path file) throws IOException, InterruptedException {
        Required.program("mkfifo");
        Files.deleteIfExists(file);
        assertEquals(
                0,
                new ProcessBuilder("mkfifo", file.toString())
                        .inheritIO()
                        .start()
                        .waitFor());
        return new Fifo(file);
    }

    /** Waits until somebody reads; what is written then is all that this reader gets: the next finds another pipe here. */
    OutputStream awaitReader() throws IOException, InterruptedException {
        OutputStream out = Files.newOutputStream(file);
        insteadOf(file);
        return out;
    }

    /** Keeps the next reader waiting while something is done. */
    void whileRead(Action action) throws IOException, InterruptedException {
        OutputStream out = awaitReader();
        action.run();
        out.close();
    }

    @FunctionalInterface
    interface Action {
        void run() throws IOException;
    }

    /** Lets the next reader have all of this. */
    void feed(byte[] content) throws IOException, InterruptedException {
        try (OutputStream out = awaitReader()) {
            out.write(content);
        }
    }
}
