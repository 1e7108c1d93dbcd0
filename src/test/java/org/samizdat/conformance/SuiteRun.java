package org.samizdat.conformance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.Txn;
import org.samizdat.conformance.SuiteCase.Contents;
import org.samizdat.conformance.SuiteCase.Source;
import org.samizdat.web.ChangingEndpoint;

/** Asks cases of the endpoint, one after another, over one kind of store; the data changes when a case needs other data. */
final class SuiteRun implements AutoCloseable {
    private static final Contents NOTHING = new Contents(List.of(), List.of());

    private final Store store;
    private final Path folder;
    private final ChangingEndpoint endpoint;
    private final HttpClient client = HttpClient.newHttpClient();
    private Contents loaded = NOTHING;
    private Store.Opened opened;

    /** @param folder for the files of stores */
    SuiteRun(Store store, Path folder) throws Exception {
        this.store = store;
        this.folder = folder;
        this.endpoint = ChangingEndpoint.start();
        this.opened = store.open(data(NOTHING), folder);
    }

    /** What is wrong with the answer to a case; empty if nothing is. */
    Optional<String> fault(SuiteCase asked) throws Exception {
        HttpResponse<byte[]> response = answer(asked);
        return switch (asked.kind()) {
            case EVALUATION -> response.statusCode() == 200 ? difference(asked, response) : told(response);
            case SYNTAX -> isTakenForAQuery(response) ? Optional.empty() : told(response);
            case BAD_SYNTAX -> isProblem(response, 400, "Not a SPARQL query") ? Optional.empty() : told(response);
        };
    }

    int status(SuiteCase asked) throws Exception {
        return answer(asked).statusCode();
    }

    private HttpResponse<byte[]> answer(SuiteCase asked) throws Exception {
        load(asked.contents());
        endpoint.serve(opened.data(), asked.query().address().toString());
        return ask(asked);
    }

    private void load(Contents contents) throws Exception {
        if (!contents.equals(loaded)) {
            Store.Opened before = opened;
            opened = store.open(data(contents), folder);
            loaded = contents;
            endpoint.serve(opened.data(), "");
            before.close().run();
        }
    }

    private static DatasetGraph data(Contents contents) {
        DatasetGraph data = DatasetGraphFactory.createTxnMem();
        Txn.executeWrite(data, () -> {
            contents.defaultGraph().forEach(source -> parse(source, StreamRDFLib.dataset(data)));
            contents.namedGraphs().forEach(source -> {
                Graph graph = GraphFactory.createDefaultGraph();
                parse(source, StreamRDFLib.graph(graph));
                Node name = NodeFactory.createURI(source.address().toString());
                graph.find()
                        .forEach(triple ->
                                data.add(name, triple.getSubject(), triple.getPredicate(), triple.getObject()));
            });
        });
        return data;
    }

    /** Some of the data is not well-formed on purpose. */
    private static void parse(Source source, StreamRDF to) {
        RDFParser.source(source.file())
                .base(source.address().toString())
                .errorHandler(ErrorHandlerFactory.errorHandlerSimple())
                .parse(to);
    }

    private HttpResponse<byte[]> ask(SuiteCase asked) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(endpoint.address())
                        .header("Content-Type", "application/sparql-query")
                        .header("Accept", accept(asked))
                        .POST(BodyPublishers.ofFile(asked.query().file()))
                        .build(),
                BodyHandlers.ofByteArray());
    }

    /** The format of the expected result, so that the suites go through all formats. */
    private static String accept(SuiteCase asked) {
        return asked.result()
                .map(result -> RDFLanguages.filenameToLang(result.file().toString()))
                .filter(lang -> !RDFLanguages.isTriples(lang))
                .map(lang -> lang.getContentType().getContentTypeStr())
                .orElse("*/*");
    }

    /** It is answered, or refused only after it was read: for a function that does not exist here, or for SERVICE. */
    private static boolean isTakenForAQuery(HttpResponse<byte[]> response) {
        return response.statusCode() == 200
                || isProblem(response, 400, "Unknown function")
                || isProblem(response, 403, "SERVICE not allowed");
    }

    private static boolean isProblem(HttpResponse<byte[]> response, int status, String title) {
        return response.statusCode() == status && text(response).contains('"' + title + '"');
    }

    private static Optional<String> told(HttpResponse<byte[]> response) {
        return Optional.of("Status " + response.statusCode() + ": " + text(response));
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private static Optional<String> difference(SuiteCase asked, HttpResponse<byte[]> response) {
        String type =
                response.headers().firstValue("Content-Type").orElseThrow().split(";")[0];
        Lang lang = RDFLanguages.contentTypeToLang(type);
        URI base = asked.query().address();
        Result expected = Result.read(asked.result().orElseThrow());
        Result found = Result.read(response.body(), lang, base);
        return isSame(asked, expected, found)
                ? Optional.empty()
                : Optional.of("Expected is " + expected + ", but there is " + found);
    }

    private static boolean isSame(SuiteCase asked, Result expected, Result found) {
        boolean ordered = expected.ordered()
                && Suites.parse(asked.query()).map(Query::hasOrderBy).orElse(false);
        boolean sameRows = asked.lax()
                ? found.rows().size() <= expected.rows().size()
                        && Isomorphism.between(distinct(expected), distinct(found), false)
                : Isomorphism.between(expected.rows(), found.rows(), ordered);
        return sameRows && expected.columns().equals(found.columns());
    }

    private static List<List<Node>> distinct(Result result) {
        return result.rows().stream().distinct().toList();
    }

    @Override
    public void close() {
        client.close();
        endpoint.close();
        opened.close().run();
    }
}
