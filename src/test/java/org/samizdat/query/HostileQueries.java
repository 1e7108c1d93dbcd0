package org.samizdat.query;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Queries that mean harm, each in a file that says what it attacks, and data on which they can do it. In a file,
 * {@code ⟦40 text⟧} stands for the text forty times, with {@code №} counted from 0 in it.
 */
public final class HostileQueries {
    private static final Path FOLDER = Path.of("src/test/resources/org/samizdat/query/hostile");
    private static final Pattern REPEATED = Pattern.compile("⟦(\\d+) (.*?)⟧", Pattern.DOTALL);

    private HostileQueries() {}

    /** The names of the files. */
    public static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** The query in a file. */
    public static String query(String name) throws IOException {
        return REPEATED.matcher(Files.readString(FOLDER.resolve(name))).replaceAll(HostileQueries::repeat);
    }

    private static String repeat(MatchResult found) {
        String text = IntStream.range(0, Integer.parseInt(found.group(1)))
                .mapToObj(i ->
                        found.group(2).replace("№+1", Integer.toString(i + 1)).replace("№", Integer.toString(i)))
                .collect(Collectors.joining());
        return Matcher.quoteReplacement(text);
    }

    /** Lines of N-Quads: a dense graph of nodes, each with a label, and a long chain. */
    public static List<String> data() {
        Random random = new Random(7);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            String node = "<https://example.org/id/node-" + i + ">";
            lines.add(node + " <http://www.w3.org/2000/01/rdf-schema#label> \"node number " + i + "\" .");
            for (int j = 0; j < 4; j++) {
                lines.add(node + " <https://example.org/ontology#next> <https://example.org/id/node-"
                        + random.nextInt(5_000) + "> .");
            }
        }
        for (int i = 0; i < 30_000; i++) {
            lines.add("<https://example.org/id/chain-" + i + "> <https://example.org/ontology#then> "
                    + "<https://example.org/id/chain-" + (i + 1) + "> .");
        }
        lines.add("<https://example.org/id/a> <https://example.org/ontology#next> <https://example.org/id/b> "
                + "<https://example.org/graph/x> .");
        return lines.stream().distinct().toList();
    }
}
