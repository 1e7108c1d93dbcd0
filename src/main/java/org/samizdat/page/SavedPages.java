package org.samizdat.page;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.samizdat.document.Addresses;
import org.samizdat.query.KeptQuery;
import org.samizdat.query.QueryParameter;
import org.samizdat.query.SavedQuery;

/** Arranges the page of a query that has an address of its own. */
final class SavedPages {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    /** Characters; longer addresses are not sure to arrive. */
    private static final int LONGEST_ADDRESS = 7_000;

    private static final String ROOT = "../";

    private final Material material;
    private final String server;

    /** @param server the address under which this server is reached, for examples to copy */
    SavedPages(Material material, String server) {
        this.material = material;
        this.server = server;
    }

    /** Where a query can be saved without any script. */
    Frame form() {
        return material.frames().frame("Save a query", ROOT, "", "");
    }

    /** @param releases the ids of those that are kept */
    SavedPage page(KeptQuery query, List<String> releases) {
        String name = Addresses.encode(query.name());
        String current = material.about().release();
        String text = query.template().text();
        String encoded = CodeSamples.encoded(text);
        return new SavedPage(
                material.frames().query(query.title(), ROOT, Addresses.QUERIES + name, formats(query)),
                query,
                name,
                encoded.length() > LONGEST_ADDRESS ? "" : ROOT + Addresses.QUERY + "?query=" + encoded,
                query.saved().map(saved -> origin(saved, current, releases)),
                samples(query, name));
    }

    private static List<Frame.Format> formats(KeptQuery query) {
        if (query.template().needsValues()) {
            return List.of();
        }
        return query.template().formats().stream()
                .map(format -> new Frame.Format(
                        format.label(),
                        format.mediaTypes().getFirst(),
                        Addresses.encode(query.name()) + "." + format.suffix()))
                .toList();
    }

    private CodeSamples samples(KeptQuery query, String name) {
        boolean graph = query.template().formats().getFirst().isGraph();
        List<String> parameters =
                query.template().parameters().stream().map(QueryParameter::name).toList();
        return parameters.isEmpty()
                ? CodeSamples.of(query.template().text(), graph, server + Addresses.SPARQL)
                : CodeSamples.of(server + Addresses.QUERIES + name, parameters, graph);
    }

    private static SavedPage.Origin origin(SavedQuery saved, String current, List<String> releases) {
        return new SavedPage.Origin(
                DAY.format(saved.saved()),
                saved.release(),
                releases.contains(saved.release()),
                saved.release().equals(current));
    }
}
