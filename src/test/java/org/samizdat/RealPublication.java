package org.samizdat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFLib;

/** The graphs of the publication that lies in this project, as its files have them. */
final class RealPublication {
    static final String NAMESPACE = "https://w3id.org/anti-stalinist-left/ontology#";

    static final String PREFIXES = """
            PREFIX aslo: <https://w3id.org/anti-stalinist-left/ontology#>
            PREFIX dcterms: <http://purl.org/dc/terms/>
            PREFIX edtf: <http://id.loc.gov/datatypes/edtf/>
            PREFIX id: <https://w3id.org/anti-stalinist-left/id/>
            PREFIX owl: <http://www.w3.org/2002/07/owl#>
            PREFIX prov: <http://www.w3.org/ns/prov#>
            PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX wd: <http://www.wikidata.org/entity/>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            """;

    private RealPublication() {}

    static Graph ontology() {
        return RDFParser.source(Path.of("ontology/anti-stalinist-left.ttl")).toGraph();
    }

    static Graph shapes() {
        return RDFParser.source(Path.of("ontology/shapes.ttl")).toGraph();
    }

    /** What its tables say. */
    static Graph data() {
        Graph data = GraphMemFactory.createDefaultGraph();
        try (Stream<Path> files = Files.list(Path.of("data-ttl"))) {
            files.forEach(file -> RDFParser.source(file).parse(StreamRDFLib.graph(data)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return data;
    }

    /** Adds Turtle that takes its prefixes from here. */
    static void add(Graph graph, String turtle) {
        RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).parse(StreamRDFLib.graph(graph));
    }
}
