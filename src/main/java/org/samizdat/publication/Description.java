package org.samizdat.publication;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;
import org.samizdat.table.Problem;
import org.samizdat.table.Problems;
import org.samizdat.vocab.Vann;

/** What {@code publication.ttl} says. Its parts are empty where it does not say them; the problems then tell. */
record Description(
        Graph graph,
        Node dataset,
        String base,
        Map<String, String> prefixes,
        List<Path> ontology,
        List<Path> shapes,
        List<Path> examples) {
    private static final List<Node> REQUIRED = List.of(
            Vann.PREFERRED_NAMESPACE_URI,
            Vann.PREFERRED_NAMESPACE_PREFIX,
            DCTerms.title.asNode(),
            DCTerms.license.asNode(),
            DCTerms.modified.asNode());

    static Description read(Path file, Problems problems) {
        Reader reader = new Reader(file, RdfFile.read(file, problems), problems);
        return reader.description();
    }

    private record Reader(Path file, Graph graph, Problems problems) {
        Description description() {
            Node dataset = dataset();
            REQUIRED.forEach(property -> one(dataset, property));
            form(dataset, Vann.PREFERRED_NAMESPACE_PREFIX, "[a-z][a-z0-9-]*", "a word of a-z, 0-9 and -");
            form(dataset, DCTerms.modified.asNode(), "\\d{4}-\\d\\d-\\d\\d", "a date such as 2026-11-24");
            return new Description(
                    graph,
                    dataset,
                    base(dataset),
                    prefixes(dataset),
                    files(dataset, VOID.vocabulary.asNode()),
                    files(dataset, SHACL.shapesGraph),
                    examples(dataset));
        }

        private Node dataset() {
            List<Node> found = graph.find(Node.ANY, RDF.type.asNode(), VOID.Dataset.asNode())
                    .mapWith(triple -> triple.getSubject())
                    .toList();
            if (found.size() != 1) {
                problem("This file must describe one void:Dataset; it describes " + found.size() + ".");
                return NodeFactory.createURI(file.toUri().toString());
            }
            return found.getFirst();
        }

        private void form(Node dataset, Node property, String pattern, String wanted) {
            for (Node value : objects(dataset, property)) {
                if (!text(value).matches(pattern)) {
                    problem(property.getURI() + " must be " + wanted + "; it is " + text(value) + ".");
                }
            }
        }

        private String base(Node dataset) {
            String base = text(one(dataset, Vann.PREFERRED_NAMESPACE_URI));
            if (!base.isEmpty() && !Publication.isBase(base)) {
                problem("vann:preferredNamespaceUri must be an http or https IRI that ends in \"/\"; it is " + base
                        + ".");
            }
            return base;
        }

        private Map<String, String> prefixes(Node dataset) {
            Map<String, String> prefixes = new TreeMap<>();
            for (Node declaration : objects(dataset, SHACL.declare)) {
                prefixes.put(text(one(declaration, SHACL.prefix)), text(one(declaration, SHACL.namespace)));
            }
            return prefixes;
        }

        private List<Path> files(Node dataset, Node property) {
            List<Path> files = paths(dataset, property);
            if (files.isEmpty()) {
                problem("The dataset names no file by " + property.getURI() + ".");
            }
            return files;
        }

        private List<Path> paths(Node dataset, Node property) {
            return objects(dataset, property).stream()
                    .filter(filesOnly(property))
                    .map(node -> path(node.getURI()))
                    .sorted()
                    .toList();
        }

        private List<Path> examples(Node dataset) {
            return paths(dataset, Vann.EXAMPLE).stream()
                    .flatMap(folder -> ExampleFolder.list(folder, problems).stream())
                    .toList();
        }

        private Predicate<Node> filesOnly(Node property) {
            return node -> {
                boolean isFile = node.isURI() && node.getURI().startsWith("file:");
                if (!isFile) {
                    problem(property.getURI() + " must name a file by a relative IRI; " + node + " is none.");
                }
                return isFile;
            };
        }

        private Path path(String uri) {
            try {
                Path path = Path.of(URI.create(uri));
                Path here = Path.of("").toAbsolutePath();
                return path.startsWith(here) ? here.relativize(path) : path;
            } catch (IllegalArgumentException | FileSystemNotFoundException e) {
                problem("This is not the address of a file: " + uri);
                return file;
            }
        }

        /** The one value of a property; a problem, and an empty string, where there is none or more than one. */
        private Node one(Node subject, Node property) {
            List<Node> values = objects(subject, property);
            if (values.size() != 1) {
                problem("There must be one " + property.getURI() + "; there are " + values.size() + ".");
                return NodeFactory.createLiteralString("");
            }
            return values.getFirst();
        }

        private List<Node> objects(Node subject, Node property) {
            return graph.find(subject, property, Node.ANY)
                    .mapWith(triple -> triple.getObject())
                    .toList();
        }

        private void problem(String message) {
            problems.add(Problem.inFile(file.toString(), message));
        }
    }

    private static String text(Node node) {
        return node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
    }
}
