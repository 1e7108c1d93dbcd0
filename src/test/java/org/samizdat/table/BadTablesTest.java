package org.samizdat.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each folder in {@code bad/} holds tables with one kind of error, and the exact problems in {@code expected.txt}; schemas and
 * {@code places.csv} come from the folder above where a case has none of its own. */
class BadTablesTest {
    @TempDir
    Path temp;

    @TestFactory
    Stream<DynamicTest> folders() throws IOException, URISyntaxException {
        Path bad = Path.of(
                Objects.requireNonNull(BadTablesTest.class.getResource("bad")).toURI());
        List<Path> common = list(bad, "").stream().filter(Files::isRegularFile).toList();
        return list(bad, "").stream()
                .filter(Files::isDirectory)
                .map(folder -> DynamicTest.dynamicTest(
                        folder.getFileName().toString(),
                        () -> assertEquals(
                                Files.readString(folder.resolve("expected.txt")), problems(folder, common))));
    }

    /** All problems, one a line, with file names below the folder. */
    private String problems(Path folder, List<Path> common) throws IOException {
        Path work = Files.createDirectory(temp.resolve(folder.getFileName()));
        for (Path file :
                Stream.concat(common.stream(), list(folder, ".csv").stream()).toList()) {
            Files.copy(file, work.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        Problems problems = new Problems();
        Keys keys = new Keys();
        for (Path csv : list(work, ".csv")) {
            TableSchema.read(work.resolve(csv.getFileName() + "-metadata.json"), problems)
                    .ifPresent(schema -> TableReader.read(csv, schema, keys, problems, row -> {}));
        }
        keys.check(problems);
        return problems.sorted().stream()
                .map(problem -> problem.toString().replace(work + "/", "") + "\n")
                .collect(Collectors.joining());
    }

    private static List<Path> list(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
