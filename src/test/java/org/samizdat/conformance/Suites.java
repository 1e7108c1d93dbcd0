package org.samizdat.conformance;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFList;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.TestManifest;
import org.samizdat.conformance.SuiteCase.Contents;
import org.samizdat.conformance.SuiteCase.Kind;
import org.samizdat.conformance.SuiteCase.Source;

/**
 * The W3C's test suites for SPARQL, <a href="https://github.com/w3c/rdf-tests">rdf-tests</a>, at the path that the property
 * {@code samizdat.suites} names. They are no part of this project.
 */
record Suites(Path folder) {
    private static final String PUBLISHED = "https://w3c.github.io/rdf-tests/";
    private static final String QUERY_TERMS = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#";
    private static final Set<String> EVALUATIONS = Set.of("QueryEvaluationTest", "CSVResultFormatTest");

    /** Skips the running test, and says why, unless the suites are there; fails it if they are not where they were said to be. */
    static Suites orSkip() {
        String path = System.getProperty("samizdat.suites", "");
        assumeTrue(
                !path.isEmpty(),
                "Not run: the W3C's suites are needed, and -Dsamizdat.suites=PATH does not say where rdf-tests lies.");
        Suites suites = new Suites(Path.of(path, "rdf-tests"));
        assertTrue(
                Files.isDirectory(suites.folder.resolve("sparql")),
                "There are no suites at samizdat.suites=" + path + ": " + suites.folder + " lacks sparql/.");
        return suites;
    }

    /** The cases of a folder, such as {@code sparql11/bind}, in the order of its manifest; those of updates left out. */
    Stream<SuiteCase> cases(String name) {
        return entries(name).flatMap(entry -> read(name, entry).stream());
    }

    /** The entries of a manifest. */
    Stream<Resource> entries(String name) {
        Source manifest = source(URI.create(PUBLISHED + "sparql/" + name + "/manifest.ttl"));
        Model model = ModelFactory.createDefaultModel();
        RDFParser.source(manifest.file()).base(manifest.address().toString()).parse(model);
        return model.listObjectsOfProperty(TestManifest.entries).toList().stream()
                .flatMap(list -> list.as(RDFList.class).asJavaList().stream())
                .map(RDFNode::asResource);
    }

    /** The folders of a suite that have tests, such as {@code sparql11/bind}. */
    List<String> folders(String suite) {
        try (Stream<Path> folders = Files.list(folder.resolve("sparql").resolve(suite))) {
            return folders.filter(path -> Files.exists(path.resolve("manifest.ttl")))
                    .map(path -> suite + "/" + path.getFileName())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Optional<SuiteCase> read(String folder, Resource entry) {
        Resource action = entry.getPropertyResourceValue(TestManifest.action);
        return kind(entry).filter(kind -> !isUpdate(action)).map(kind -> {
            Source query = files(action, "query").stream().findFirst().orElseGet(() -> source(action));
            return new SuiteCase(
                    folder + "/" + name(entry),
                    kind,
                    query,
                    kind == Kind.EVALUATION ? contents(action, query) : new Contents(List.of(), List.of()),
                    Optional.ofNullable(entry.getPropertyResourceValue(TestManifest.result))
                            .map(this::source),
                    entry.hasProperty(entry.getModel().createProperty(TestManifest.getURI(), "resultCardinality")));
        });
    }

    private static boolean isUpdate(Resource action) {
        return action.isURIResource() && action.getURI().endsWith(".ru");
    }

    /** What comes after the {@code #} of its address. */
    static String name(Resource entry) {
        return URI.create(entry.getURI()).getFragment();
    }

    private static Optional<Kind> kind(Resource entry) {
        String type = name(entry.getPropertyResourceValue(RDF.type));
        if (EVALUATIONS.contains(type)) {
            return Optional.of(Kind.EVALUATION);
        }
        if (type.matches("PositiveSyntaxTest(11)?")) {
            return Optional.of(Kind.SYNTAX);
        }
        return type.matches("NegativeSyntaxTest(11)?") ? Optional.of(Kind.BAD_SYNTAX) : Optional.empty();
    }

    /** Graphs that the query itself names with FROM are not fetched: the store holds them. */
    private Contents contents(Resource action, Source query) {
        Set<Source> named = new LinkedHashSet<>(files(action, "graphData"));
        parse(query)
                .ifPresent(parsed -> Stream.concat(parsed.getGraphURIs().stream(), parsed.getNamedGraphURIs().stream())
                        .filter(graph -> graph.startsWith(PUBLISHED))
                        .map(graph -> source(URI.create(graph)))
                        .forEach(named::add));
        return new Contents(files(action, "data"), List.copyOf(named));
    }

    /** A query as Jena reads it. */
    static Optional<Query> parse(Source query) {
        try {
            String text = Files.readString(query.file());
            return Optional.of(QueryFactory.create(text, query.address().toString(), Syntax.syntaxSPARQL_12));
        } catch (QueryException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<Source> files(Resource action, String term) {
        Property property = action.getModel().createProperty(QUERY_TERMS, term);
        return action.listProperties(property)
                .mapWith(statement -> source(statement.getResource()))
                .toList();
    }

    Source source(Resource file) {
        return source(URI.create(file.getURI()));
    }

    private Source source(URI address) {
        String path = address.toString().substring(PUBLISHED.length());
        return new Source(folder.resolve(path), address);
    }
}
