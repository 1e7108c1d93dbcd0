package org.samizdat.query;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.jena.assembler.exceptions.AssemblerException;
import org.apache.jena.fuseki.FusekiConfigException;
import org.apache.jena.fuseki.build.DatasetDescriptionMap;
import org.apache.jena.fuseki.build.FusekiConfig;
import org.apache.jena.fuseki.server.DataAccessPoint;
import org.apache.jena.fuseki.server.Endpoint;
import org.apache.jena.fuseki.server.FusekiVocabG;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RiotException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.vocabulary.RDF;

/**
 * The Fuseki assembler file: one service, {@value #SERVICE}, with one unnamed query endpoint. Stock Fuseki started with
 * the same file serves the same data. Here the dataset that the file describes is not opened: an opened one is put in
 * its place.
 */
public final class FusekiConfiguration {
    /** The name of the service, which is also its path on the server. */
    public static final String SERVICE = "/sparql";

    private static final List<String> EXPECTED =
            List.of(SERVICE + " " + describe(Endpoint.create(Operation.Query, "")));

    private final Path file;
    private final Graph graph;
    private final Node service;
    private final Node dataset;

    private FusekiConfiguration(Path file, Graph graph) {
        this.file = file;
        this.graph = graph;
        this.service = only(
                graph.find(Node.ANY, RDF.type.asNode(), FusekiVocabG.fusekiService)
                        .mapWith(triple -> triple.getSubject())
                        .toList(),
                "fuseki:Service");
        this.dataset = only(
                graph.find(service, FusekiVocabG.pDataset, Node.ANY)
                        .mapWith(triple -> triple.getObject())
                        .toList(),
                "fuseki:dataset");
        only(graph.find(service, FusekiVocabG.pServiceName, Node.ANY).toList(), "fuseki:name of the service");
    }

    /** @throws CannotServeException if the file is missing, is no Turtle or does not describe one service */
    public static FusekiConfiguration read(Path file) {
        if (!Files.isReadable(file)) {
            throw new CannotServeException(
                    "There is no Fuseki configuration at " + file + " that can be read; put that file back.");
        }
        try {
            return new FusekiConfiguration(
                    file, RDFDataMgr.loadGraph(file.toUri().toString()));
        } catch (RiotException e) {
            throw new CannotServeException("The Fuseki configuration " + file + " is not Turtle: " + e.getMessage(), e);
        }
    }

    /**
     * What the file sets for the queries of its endpoint, this being its data.
     *
     * @throws CannotServeException if the file describes anything but the one query endpoint
     */
    public Context settings(DatasetGraph data) {
        DataAccessPoint point = service(data);
        checkOffered(point);
        Endpoint endpoint = point.getDataService().getEndpoints().iterator().next();
        // The file's time is for stock Fuseki: here the limits have it.
        return Optional.ofNullable(endpoint.getContext())
                .orElseGet(Context::new)
                .unset(ARQ.queryTimeout);
    }

    private DataAccessPoint service(DatasetGraph data) {
        DatasetDescriptionMap datasets = new DatasetDescriptionMap();
        datasets.register(dataset, data);
        try {
            // Fuseki logs what it does not understand, and gives nothing; that log is off.
            return Optional.ofNullable(FusekiConfig.buildDataAccessPoint(graph, service, datasets))
                    .orElseThrow(this::notUnderstood);
        } catch (FusekiConfigException | AssemblerException e) {
            throw new CannotServeException("The Fuseki configuration " + file + " is wrong: " + e.getMessage(), e);
        }
    }

    private CannotServeException notUnderstood() {
        List<String> unknown = graph.find(Node.ANY, FusekiVocabG.pOperation, Node.ANY)
                .mapWith(triple -> triple.getObject())
                .filterKeep(operation -> Operation.get(operation) == null)
                .mapWith(Node::toString)
                .toList();
        String reason = unknown.isEmpty()
                ? "an endpoint of it lacks its fuseki:operation, or a property is there twice"
                : "Fuseki has no operation " + String.join(", ", unknown);
        return new CannotServeException(
                "The Fuseki configuration " + file + " must offer " + EXPECTED + " and nothing else; " + reason + ".");
    }

    /** A further endpoint would give away what this publication does not mean to. */
    private void checkOffered(DataAccessPoint point) {
        List<String> offered = point.getDataService().getEndpoints().stream()
                .map(endpoint -> point.getName() + " " + describe(endpoint))
                .sorted()
                .toList();
        if (!offered.equals(EXPECTED)) {
            throw new CannotServeException("The Fuseki configuration " + file + " must offer " + EXPECTED
                    + " and nothing else; it offers " + offered + ".");
        }
    }

    private static String describe(Endpoint endpoint) {
        return "\"" + endpoint.getName() + "\" " + endpoint.getOperation().getName();
    }

    private <T> T only(List<T> nodes, String what) {
        if (nodes.size() != 1) {
            throw new CannotServeException("The Fuseki configuration " + file + " must describe one " + what
                    + "; it describes " + nodes.size() + ".");
        }
        return nodes.getFirst();
    }
}
