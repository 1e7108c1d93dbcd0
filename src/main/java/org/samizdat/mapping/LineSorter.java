package org.samizdat.mapping;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Sorts lines by their bytes, which for UTF-8 is the order of code points, and drops those that are there already. Takes lines of any
 * number in bounded memory: what does not fit goes to files in a folder, which are gone after {@link #close()}, whatever happened.
 *
 * <p>Lines are written to it as to any stream and end in LF. Not safe for use by several threads.
 */
public final class LineSorter extends OutputStream {
    /** So many files are open at a time at most. */
    private static final int FAN_IN = 64;

    private final Path folder;
    private final List<Path> runs = new ArrayList<>();
    private byte[] buffer;
    private int size;

    /**
     * @param folder where files may be put for a while; must exist
     * @param memory bytes of lines that are held, at least as many as the longest line has
     */
    public LineSorter(Path folder, int memory) {
        this.folder = folder;
        this.buffer = new byte[memory];
    }

    /** @param from may end in the middle of a line */
    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        if (length > buffer.length - size) {
            spill();
        }
        if (length > buffer.length - size) {
            buffer = Arrays.copyOf(buffer, Math.max(size + length, buffer.length + buffer.length / 2));
        }
        System.arraycopy(from, offset, buffer, size, length);
        size += length;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    /**
     * Ends the input and writes all lines, sorted.
     *
     * @return how many there are
     */
    public long sortTo(OutputStream out) throws IOException {
        if (size > 0 && buffer[size - 1] != '\n') {
            throw new IllegalStateException("The last line has no end.");
        }
        if (runs.isEmpty()) {
            return writeSorted(out);
        }
        spill();
        buffer = new byte[0];
        while (runs.size() > FAN_IN) {
            List<Path> oldest = List.copyOf(runs.subList(0, FAN_IN));
            Path merged = newRun();
            try (OutputStream run = new BufferedOutputStream(Files.newOutputStream(merged))) {
                merge(oldest, run);
            }
            delete(oldest);
        }
        return merge(runs, out);
    }

    /** How many lines a file has. */
    public static long count(Path file) throws IOException {
        long count = 0;
        byte[] chunk = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(chunk); read > 0; read = in.read(chunk)) {
                for (int i = 0; i < read; i++) {
                    count += chunk[i] == '\n' ? 1 : 0;
                }
            }
        }
        return count;
    }

    /**
     * Merges files of sorted lines into one, without repeated lines.
     *
     * @return how many lines were written
     */
    public static long merge(List<Path> sorted, OutputStream out) throws IOException {
        PriorityQueue<Run> heads = new PriorityQueue<>();
        try {
            for (Path file : sorted) {
                advance(new Run(file), heads);
            }
            return merge(heads, out);
        } finally {
            for (Run run : heads) {
                run.close();
            }
        }
    }

    private static long merge(PriorityQueue<Run> heads, OutputStream out) throws IOException {
        long count = 0;
        byte[] last = {};
        while (!heads.isEmpty()) {
            Run first = heads.remove();
            if (!Arrays.equals(first.line, last)) {
                last = first.line;
                out.write(last);
                out.write('\n');
                count++;
            }
            advance(first, heads);
        }
        return count;
    }

    private static void advance(Run run, PriorityQueue<Run> heads) throws IOException {
        if (run.next()) {
            heads.add(run);
        } else {
            run.close();
        }
    }

    /** Deletes the files that were needed. */
    @Override
    public void close() throws IOException {
        delete(List.copyOf(runs));
    }

    private void delete(List<Path> files) throws IOException {
        for (Path file : files) {
            Files.deleteIfExists(file);
            runs.remove(file);
        }
    }

    private Path newRun() throws IOException {
        Path run = Files.createTempFile(folder, "sort", ".lines");
        runs.add(run);
        return run;
    }

    /** Writes the whole lines in memory to a file; the beginning of a line stays. */
    private void spill() throws IOException {
        int end = size;
        while (end > 0 && buffer[end - 1] != '\n') {
            end--;
        }
        if (end == 0) {
            return;
        }
        int all = size;
        size = end;
        try (OutputStream run = new BufferedOutputStream(Files.newOutputStream(newRun()))) {
            writeSorted(run);
        }
        System.arraycopy(buffer, end, buffer, 0, all - end);
        size = all - end;
    }

    private long writeSorted(OutputStream out) throws IOException {
        Line[] lines = lines();
        Arrays.sort(lines);
        long count = 0;
        Line last = null;
        for (Line line : lines) {
            if (last == null || line.compareTo(last) != 0) {
                out.write(buffer, line.start, line.end - line.start);
                count++;
            }
            last = line;
        }
        return count;
    }

    private Line[] lines() {
        List<Line> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < size; i++) {
            if (buffer[i] == '\n') {
                lines.add(new Line(buffer, start, i + 1));
                start = i + 1;
            }
        }
        return lines.toArray(Line[]::new);
    }

    /** A line in memory, with its LF. */
    private record Line(byte[] bytes, int start, int end) implements Comparable<Line> {
        @Override
        public int compareTo(Line other) {
            return Arrays.compareUnsigned(bytes, start, end - 1, other.bytes, other.start, other.end - 1);
        }
    }

    /** A file of sorted lines, and the one at which it stands. */
    private static final class Run implements Comparable<Run> {
        private final InputStream in;
        private final byte[] chunk = new byte[1 << 15];
        private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
        private int position;
        private int limit;
        private byte[] line = {};

        Run(Path file) throws IOException {
            in = Files.newInputStream(file);
        }

        /** Goes to the next line, if there is one. */
        boolean next() throws IOException {
            begun.reset();
            while (fill()) {
                int end = position;
                while (end < limit && chunk[end] != '\n') {
                    end++;
                }
                begun.write(chunk, position, end - position);
                position = end + 1;
                if (end < limit) {
                    line = begun.toByteArray();
                    return true;
                }
            }
            return false;
        }

        private boolean fill() throws IOException {
            if (position >= limit) {
                position = 0;
                limit = in.read(chunk);
            }
            return limit > 0;
        }

        void close() throws IOException {
            in.close();
        }

        @Override
        public int compareTo(Run other) {
            return Arrays.compareUnsigned(line, other.line);
        }
    }
}
