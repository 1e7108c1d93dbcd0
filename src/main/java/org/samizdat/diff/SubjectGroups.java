package org.samizdat.diff;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads sorted N-Quads by subject: all lines of one, then all of the next. */
final class SubjectGroups implements Closeable {
    private final Path file;
    private final QuadLines lines;
    private Optional<QuadLine> head;

    private SubjectGroups(Path file, QuadLines lines) throws IOException {
        this.file = file;
        this.lines = lines;
        this.head = lines.next();
    }

    static SubjectGroups open(Path file) throws IOException {
        return new SubjectGroups(file, QuadLines.open(file));
    }

    /** The first line that was not taken yet. */
    Optional<QuadLine> peek() {
        return head;
    }

    /** Takes the lines that follow and have the subject of the given line; none if the next subject is another. */
    List<QuadLine> takeGroup(QuadLine sample) throws IOException {
        List<QuadLine> group = new ArrayList<>();
        while (head.isPresent() && head.get().hasSubjectOf(sample)) {
            group.add(head.get());
            advance();
        }
        return group;
    }

    private void advance() throws IOException {
        QuadLine last = head.orElseThrow();
        head = lines.next();
        if (head.isPresent() && head.get().compareTo(last) <= 0) {
            throw new IOException(file + " is not sorted by bytes: this line comes too late: " + head.get());
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
