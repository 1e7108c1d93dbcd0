package org.samizdat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.FileUtils;

/** A folder for the files of one run. Gone afterwards; what a killed run left in it is removed by the next. */
record Work(Path folder) implements AutoCloseable {
    /** Below the folder that the run is for, so that files can be moved there in one step. */
    static Work in(Path folder) {
        try {
            Work work = new Work(folder.resolve(".work"));
            work.close();
            Files.createDirectories(work.folder());
            return work;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Work elsewhere() {
        try {
            return new Work(Files.createTempDirectory("samizdat-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            FileUtils.deleteDirectory(folder.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
