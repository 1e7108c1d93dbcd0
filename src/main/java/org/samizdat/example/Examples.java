package org.samizdat.example;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.TestManifest;
import org.samizdat.publication.Publication;
import org.samizdat.publication.RdfFile;
import org.samizdat.table.Problems;

/** The example queries of a publication. */
public final class Examples {
    private final Graph graph;
    private final List<Example> examples;

    private Examples(Graph graph, List<Example> examples) {
        this.graph = graph;
        this.examples = examples;
    }

    /** Reads and parses the examples. Those that cannot be read are left out, and problems added. */
    public static Examples read(Publication publication, Problems problems) {
        Map<Path, Graph> files = new LinkedHashMap<>();
        publication.examples().forEach(file -> files.put(file, RdfFile.read(file, problems)));
        Graph all = GraphMemFactory.createDefaultGraph();
        files.values().forEach(part -> part.find().forEach(all::add));
        ExampleReader reader = new ExampleReader(publication.base(), all, problems);
        List<Example> examples = new ArrayList<>();
        files.forEach((file, part) -> reader.read(file, part).ifPresent(examples::add));
        for (Example example : examples) {
            example.expectedText()
                    .ifPresent(text -> all.add(
                            example.name(), TestManifest.result.asNode(), NodeFactory.createLiteralString(text)));
        }
        return new Examples(all, List.copyOf(examples));
    }

    /** What the files of examples state, and the answers that are kept beside them. */
    public Graph graph() {
        return graph;
    }

    /** Runs each example over the graphs of a release, and adds a problem where it does not give the answer kept beside it. */
    public void check(DatasetGraph release, Problems problems) {
        for (Example example : examples) {
            answer(example, release, problems).ifPresent(answer -> compare(example, answer, problems));
        }
    }

    /** Runs each example, and writes beside it what it answers now; where one cannot be answered, a problem instead of all. */
    public void writeAnswers(DatasetGraph release, Problems problems) {
        Map<Example, Answer> answers = new LinkedHashMap<>();
        for (Example example : examples) {
            answer(example, release, problems).ifPresent(answer -> answers.put(example, answer));
        }
        if (problems.isEmpty()) {
            answers.forEach((example, answer) -> answer.write(example.answerFile()));
        }
    }

    private static Optional<Answer> answer(Example example, DatasetGraph release, Problems problems) {
        try {
            return Optional.of(Answer.of(example.query(), release));
        } catch (QueryCancelledException e) {
            problems.add(example.problem("This query takes too long for an example; ask for less."));
        } catch (QueryException e) {
            problems.add(example.problem("This query cannot be answered: " + e.getMessage()));
        }
        return Optional.empty();
    }

    private static void compare(Example example, Answer answer, Problems problems) {
        Path file = example.answerFile();
        String name = file.getFileName().toString();
        try {
            answer.differenceFrom(Answer.read(file, example.query()))
                    .ifPresent(
                            difference -> problems.add(
                                    example.problem(
                                            "This query does not give the answer in " + name + ": " + difference
                                                    + ". Mend the data or the query; if the new answer is right, let samizdat build --answers write it.")));
        } catch (NoSuchFileException e) {
            problems.add(
                    example.problem(
                            "There is no " + name
                                    + " with the answer to this query; let samizdat build --answers write it, and read whether it is right."));
        } catch (CharacterCodingException e) {
            problems.add(example.problem("The answer in " + name + " is not UTF-8; save it in that encoding."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
