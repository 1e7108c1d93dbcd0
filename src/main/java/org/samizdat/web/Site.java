package org.samizdat.web;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.jena.sparql.core.DatasetGraph;
import org.eclipse.jetty.http.HttpFields;
import org.samizdat.document.About;
import org.samizdat.document.Addresses;
import org.samizdat.document.Descriptions;
import org.samizdat.document.JsonContext;
import org.samizdat.document.ReleaseRecord;
import org.samizdat.document.Schemas;
import org.samizdat.http.Answer;
import org.samizdat.http.HttpProblem;
import org.samizdat.http.Parameters;
import org.samizdat.http.Variant;
import org.samizdat.http.Version;
import org.samizdat.page.Pages;
import org.samizdat.query.ResultPages;
import org.samizdat.query.SavedQueries;
import org.samizdat.release.History;
import org.samizdat.release.Release;

/** Which address of a release is answered by what. All but SPARQL. */
final class Site {
    private final About about;
    private final Documents documents;
    private final OtherDocuments others;
    private final Wikidata wikidata;
    private final Pages pages;
    private final QueryDocuments queries;
    private final Map<String, Answer> files;

    /**
     * @param server the address under which this server is reached, for examples to copy
     * @param history what came to pass until the release was current
     * @param saved the queries that readers saved
     * @param kept the ids of the releases that can be asked
     */
    Site(
            Release release,
            Version version,
            String server,
            History history,
            SavedQueries saved,
            Supplier<List<String>> kept) {
        about = About.of(release);
        DatasetGraph data = release.dataset();
        JsonContext context = JsonContext.of(about.addresses().ontology().getURI() + "#", about.prefixes());
        Descriptions descriptions = new Descriptions(data, ReleaseRecord.all(release.manifest(), history, about));
        pages = new Pages(about, data, release.index(), version, server, history);
        Rendering rendering = new Rendering(about, data, descriptions, pages, version, context);
        documents = new Documents(data, about.addresses(), descriptions, rendering);
        others = new OtherDocuments(data, about, descriptions, pages, rendering);
        wikidata = new Wikidata(data, about.addresses());
        queries = new QueryDocuments(data, about, pages, version, saved, kept);
        files = files(version, context);
    }

    QueryDocuments queries() {
        return queries;
    }

    private static Map<String, Answer> files(Version version, JsonContext context) {
        Map<String, Answer> files = new HashMap<>();
        files.put(Addresses.CONTEXT, Answer.lasting(Variant.JSON_LD.contentType(), context.bytes()));
        for (String name : Schemas.NAMES) {
            files.put(Addresses.SCHEMA + name, Answer.lasting(Schemas.MEDIA_TYPE, Schemas.bytes(name)));
        }
        byte[] id = (version.release() + "\n").getBytes(StandardCharsets.UTF_8);
        files.put(Addresses.HEALTH, Answer.momentary(200, "text/plain;charset=utf-8", id));
        return Map.copyOf(files);
    }

    /**
     * @param path as it came, beginning with {@code /}
     * @throws HttpProblem if there is nothing to answer with
     */
    Answer answer(String path, Parameters parameters, HttpFields fields) {
        String local = path.substring(1);
        if (local.startsWith(Addresses.DOCUMENT)) {
            return documents.document(local.substring(Addresses.DOCUMENT.length()), wanted(parameters, fields));
        }
        if (local.startsWith(Addresses.THING)) {
            return documents.thing(local.substring(Addresses.THING.length()), wanted(parameters, fields));
        }
        if (local.startsWith(Addresses.LINKSET)) {
            return documents.linkset(local.substring(Addresses.LINKSET.length()));
        }
        if (local.startsWith(Addresses.WIKIDATA)) {
            return wikidata.thing(local.substring(Addresses.WIKIDATA.length()));
        }
        if (local.equals(Addresses.OPENAPI)) {
            return queries.openApi();
        }
        Answer file = files.get(local);
        return file != null
                ? file
                : pages.overview(local, parameters)
                        .or(() -> others.answer(local, wanted(parameters, fields)))
                        .orElseThrow(HttpProblem::notFound);
    }

    /** How results of queries are shown to people. */
    ResultPages results() {
        return pages.results();
    }

    private Wanted wanted(Parameters parameters, HttpFields fields) {
        return Wanted.of(parameters, fields, about.languages());
    }
}
