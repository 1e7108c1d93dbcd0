package org.samizdat.query;

import com.github.benmanes.caffeine.cache.Cache;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.VOID;
import org.samizdat.draft.Graphs;
import org.samizdat.guard.Cancellation;
import org.samizdat.http.Answer;
import org.samizdat.http.HttpProblem;
import org.samizdat.http.Negotiation;
import org.samizdat.http.Representation;
import org.samizdat.http.Validators;
import org.samizdat.http.Variant;
import org.samizdat.http.Version;
import org.samizdat.release.Manifest;
import org.samizdat.vocab.Sd;
import org.samizdat.vocab.ServiceTerms;
import org.samizdat.vocab.VoidExt;

/**
 * What the endpoint says of itself to whoever asks no query:
 * <a href="https://www.w3.org/TR/sparql11-service-description/#accessing">SPARQL 1.1 Service Description, section 2</a>.
 * Besides the service it describes the data, as the release does in its graphs of VoID and of examples: editors of queries
 * that find nothing of these in the default graph look for them here. People are sent to the page for queries.
 */
public final class ServiceDescription {
    /** Bytes; there is one for each format, and for each name that this server is called by. */
    private static final long ROOM = 8L << 20;

    /** Of the page for queries, relative to the endpoint. */
    private static final String PAGE = "query";

    private static final List<Representation> OFFERED = Stream.concat(
                    ResultFormat.ofGraphs().stream(), Stream.of(Variant.HTML))
            .toList();

    private final DatasetGraph data;
    private final Manifest manifest;
    private final Limits limits;
    private final Version version;
    /** The limits are of this process, so that what was described before may have changed with it. */
    private final Instant made = Instant.now();

    private final Cache<Key, Answer> answers = Answer.cache(ROOM);

    private record Key(ResultFormat.Chosen format, String endpoint) {}

    /** @param data the release, for reading only */
    public ServiceDescription(DatasetGraph data, Manifest manifest, Limits limits, Version version) {
        this.data = data;
        this.manifest = manifest;
        this.limits = limits;
        this.version = version;
    }

    /**
     * @param endpoint the address asked
     * @param accept the value of the Accept field
     * @throws HttpProblem if it is not to be had in a format asked for
     */
    public Answer answer(String endpoint, Optional<String> accept) {
        Representation chosen = Negotiation.choose(accept, OFFERED).orElseThrow(ServiceDescription::notAcceptable);
        return chosen instanceof ResultFormat.Chosen format
                ? answers.get(new Key(format, endpoint), this::make)
                : Answer.redirect(303, PAGE).varying();
    }

    private static HttpProblem notAcceptable() {
        return HttpProblem.notAcceptable(
                OFFERED.stream().map(Representation::mediaType).toList());
    }

    private Answer make(Key key) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new GraphWriter(key.format().format(), prefixes(), new Cancellation())
                .write(statements(key.endpoint()).iterator(), out);
        byte[] body = out.toByteArray();
        String tag = version.validators("service", body).etag();
        return Answer.document(key.format().contentType(), body, new Validators(tag, made))
                .varying();
    }

    private SortedMap<String, String> prefixes() {
        SortedMap<String, String> prefixes = new TreeMap<>(manifest.prefixes());
        prefixes.put("sd", Sd.NS);
        prefixes.put("svc", ServiceTerms.NS);
        prefixes.put("void", VOID.NS);
        prefixes.put("void-ext", VoidExt.NS);
        return prefixes;
    }

    private List<Triple> statements(String endpoint) {
        List<Triple> statements =
                new ArrayList<>(ServiceStatements.of(endpoint, manifest.base(), manifest.triples(), limits));
        statements.addAll(terms());
        Graphs names = Graphs.of(manifest.base());
        statements.addAll(Txn.calculateRead(
                data,
                () -> DataDescription.of(data.getGraph(names.voidDescription()), data.getGraph(names.examples()))));
        return statements;
    }

    private static List<Triple> terms() {
        List<Triple> terms = new ArrayList<>();
        RDFParser.source(ServiceDescription.class.getResourceAsStream("service-terms.ttl"))
                .lang(Lang.TURTLE)
                .parse(new StreamRDFBase() {
                    @Override
                    public void triple(Triple triple) {
                        terms.add(triple);
                    }
                });
        return terms;
    }
}
