package org.samizdat.mapping;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.jena.graph.Triple;
import org.apache.jena.irix.IRIxResolver;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParserRegistry;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.Context;
import org.samizdat.publication.ParserFaults;
import org.samizdat.table.Problem;
import org.samizdat.table.Problems;

/**
 * Reads an RDF file that stands beside the tables: Turtle, TriG, N-Triples, N-Quads (all of RDF 1.2) or JSON-LD 1.1. It must keep
 * the rules that hold for what mappings make: what Jena's parser only warns of is a problem here. Nothing is fetched.
 */
final class RdfInput {
    private static final Map<String, Lang> FORMATS = Map.of(
            "ttl", Lang.TURTLE,
            "trig", Lang.TRIG,
            "nt", Lang.NTRIPLES,
            "nq", Lang.NQUADS,
            "jsonld", Lang.JSONLD);
    private static final String ACCEPTED =
            " Accepted are Turtle (.ttl), TriG (.trig), N-Triples (.nt), N-Quads (.nq) and JSON-LD (.jsonld).";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Path file;
    private final String base;
    private final Problems problems;

    /** @param base what relative IRIs in the file are resolved against */
    RdfInput(Path file, String base, Problems problems) {
        this.file = file;
        this.base = base;
        this.problems = problems;
    }

    /** Takes a triple and the line of the file where it ends; 0 where the format does not tell. */
    @FunctionalInterface
    interface Sink {
        void triple(Triple triple, long line);
    }

    /**
     * Reads the file, as far as it can be read. All triples that come can be published; see {@link Editions}. After the first
     * problem none come any more.
     */
    void read(Sink sink) {
        String name = file.getFileName().toString();
        String ending = name.substring(name.lastIndexOf('.') + 1);
        Lang format = FORMATS.get(ending);
        if (format == null) {
            refuse(ending);
            return;
        }
        try (Reader in = open()) {
            parse(in, format, sink);
        } catch (CharacterCodingException e) {
            problem("This file is not UTF-8; save it in that encoding.");
        } catch (IOException e) {
            problem("This file cannot be read: " + e.getMessage());
        }
    }

    private void refuse(String ending) {
        boolean xml = ending.equals("rdf") || ending.equals("owl") || ending.equals("xml");
        problem((xml
                        ? "RDF/XML is not accepted as input; convert it to Turtle."
                        : "Files ending in ." + ending + " are not accepted here.")
                + ACCEPTED);
    }

    private void problem(String message) {
        problems.add(Problem.inFile(file.toString(), message));
    }

    private Reader open() throws IOException {
        BufferedReader in = Files.newBufferedReader(file);
        in.mark(1);
        if (in.read() != BYTE_ORDER_MARK) {
            in.reset();
        }
        return in;
    }

    private void parse(Reader in, Lang format, Sink sink) throws IOException {
        ParserFaults faults = new ParserFaults(file, problems);
        StrictProfile profile = new StrictProfile(
                faults,
                IRIxResolver.create()
                        .base(base)
                        .resolve(true)
                        .allowRelative(false)
                        .build());
        try {
            RDFParserRegistry.getFactory(format)
                    .create(format, profile)
                    .read(in, base, format.getContentType(), new Triples(profile, faults, sink), context());
        } catch (RiotException e) {
            unwrap(e, faults);
        } catch (StackOverflowError e) {
            problem("This file is nested too deeply to be read; write it flat.");
        }
    }

    /** What the parser threw: an I/O error, a fault that was reported, or one that it had no chance to report. */
    private void unwrap(RiotException e, ParserFaults faults) throws IOException {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException coding) {
                throw coding;
            }
        }
        if (!faults.reported()) {
            problem("This file cannot be read: " + e.getMessage());
        }
    }

    private static Context context() {
        JsonLdOptions options = new JsonLdOptions();
        options.setDocumentLoader((url, ignored) -> {
            throw new JsonLdError(
                    JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED,
                    "The JSON-LD context <" + url
                            + "> is not in this file and is not fetched; write it into the file.");
        });
        options.setUndefinedTermsPolicy(JsonLdOptions.ProcessingPolicy.Fail);
        return ARQ.getContext().copy().set(LangJSONLD11.JSONLD_OPTIONS, options);
    }

    /** Lets through what can be published. */
    private static final class Triples extends StreamRDFBase {
        private final StrictProfile profile;
        private final ParserFaults faults;
        private final Sink sink;

        Triples(StrictProfile profile, ParserFaults faults, Sink sink) {
            this.profile = profile;
            this.faults = faults;
            this.sink = sink;
        }

        @Override
        public void triple(Triple triple) {
            if (faults.reported() && Editions.isPublishable(triple)) {
                return; // it may hold the term that is at fault
            }
            if (Editions.isPublishable(triple)) {
                sink.triple(triple, profile.line());
            } else if (Editions.terms(triple).noneMatch(node -> node.isBlank())) {
                faults.warning(
                        "RDF 1.1 cannot say this; a triple term may only be the object of rdf:reifies, and holds none itself",
                        profile.line(),
                        0);
            } else if (!profile.sawBlankNode()) {
                faults.warning(StrictProfile.BLANK_NODE, profile.line(), 0);
            }
        }

        @Override
        public void quad(Quad quad) {
            if (quad.isDefaultGraph()) {
                triple(quad.asTriple());
            } else {
                faults.warning(
                        "Named graphs are not accepted here; put the triples into the default graph",
                        profile.line(),
                        0);
            }
        }
    }
}
