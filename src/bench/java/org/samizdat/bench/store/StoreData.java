package org.samizdat.bench.store;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.samizdat.bench.BenchOptions;
import org.samizdat.bench.Invented;
import org.samizdat.bench.Run;
import org.samizdat.table.Edtf;

/**
 * Generates what a large release holds, as sorted N-Quads in the publication's own ontology: about 20 triples for each of
 * so many things, claims with citations among them; labels nearly all distinct; few things with many links, and one to
 * which every other thing has four.
 */
final class StoreData {
    static final String BASE = "https://w3id.org/anti-stalinist-left/";

    private static final String ID = BASE + "id/";
    private static final String ASLO = BASE + "ontology#";
    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static final String RDFS = "http://www.w3.org/2000/01/rdf-schema#";
    private static final String DCTERMS = "http://purl.org/dc/terms/";
    private static final String PROV = "http://www.w3.org/ns/prov#";
    private static final String SEM = "http://semanticweb.cs.vu.nl/2009/11/sem/";
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    private static final String RDF12 = " <" + BASE + "graph/rdf12>";
    private static final String HUB = ID + "stalinism";
    private static final List<String> TO_HUB = List.of("opposed", "criticised", "about", "influencedBy");
    private static final List<String> LINKS = List.of(
            ("memberOf founded led joined left wrote supported influenced tookPartIn locatedIn alliedWith brokeWith"
                            + " foughtAgainst published edited")
                    .split(" "));
    private static final int SENTENCES = 2_000;
    /** Claims for each 100 things. */
    private static final int CLAIMS = 70;

    private final Invented invented;
    private final BufferedWriter out;
    private final List<String> things = new ArrayList<>();

    private StoreData(long seed, BufferedWriter out) {
        this.invented = new Invented(seed);
        this.out = out;
    }

    /**
     * What was generated.
     *
     * @param quads the N-Quads, sorted by bytes
     * @param slugs the names of the things, one a line
     */
    record Generated(Path quads, Path slugs) {}

    /** Generates the data into the folder of the benchmarks. */
    static Generated generate(BenchOptions options) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(options.folder().resolve("store"));
        Path unsorted = folder.resolve("unsorted.nq");
        Path quads = folder.resolve("data.nq");
        Path slugs = folder.resolve("slugs.txt");
        try (BufferedWriter out = Files.newBufferedWriter(unsorted)) {
            StoreData data = new StoreData(options.seed(), out);
            data.write(options.things());
            Files.write(slugs, data.things);
        }
        Run.of(
                List.of("env", "LC_ALL=C", "sort", "-u", "-o", quads.toString(), unsorted.toString()),
                folder.resolve("sort.log"));
        Files.delete(unsorted);
        return new Generated(quads, slugs);
    }

    private void write(int count) {
        resource(HUB, RDF + "type", ASLO + "Concept");
        text(HUB, RDFS + "label", "Stalinism");
        for (int i = 0; i < SENTENCES; i++) {
            sentence(ID + "s" + i / 100 + "-" + (1 + i / 10 % 10) + "-" + (1 + i % 10), 1 + i % 10);
        }
        for (int i = 0; i < count; i++) {
            things.add(thing(i));
        }
        for (int i = 0; i < count; i++) {
            links(ID + things.get(i));
        }
        for (int i = 0; i < (long) count * CLAIMS / 100; i++) {
            claim("c" + Integer.toString(i, 36));
        }
    }

    private void sentence(String sentence, int number) {
        resource(sentence, RDF + "type", ASLO + "Sentence");
        typed(sentence, ASLO + "sentenceNumber", Integer.toString(number), XSD + "integer");
    }

    /** Gives its slug. */
    private String thing(int number) {
        String kind = invented.oneOf(List.of("Person", "Person", "Organisation", "Event", "Work", "Place"));
        String label = label(kind);
        String slug = label.toLowerCase(Locale.ROOT).replace(' ', '-') + "-" + Integer.toString(number, 36);
        String thing = ID + slug;
        resource(thing, RDF + "type", ASLO + kind);
        text(thing, RDFS + "label", label);
        text(thing, DCTERMS + "description", invented.sentence());
        if (invented.chance(50)) {
            text(thing, "http://www.w3.org/2004/02/skos/core#altLabel", label(kind));
        }
        if (invented.chance(30)) {
            resource(thing, "http://www.w3.org/2002/07/owl#sameAs", "http://www.wikidata.org/entity/Q" + (number + 1));
        }
        if (invented.chance(50)) {
            date(thing, ASLO + "date", invented.date());
        }
        return slug;
    }

    private String label(String kind) {
        return switch (kind) {
            case "Person" -> invented.person();
            case "Organisation" -> invented.organisation();
            case "Event" -> invented.event();
            case "Work" -> invented.work();
            default -> invented.name();
        };
    }

    private void links(String thing) {
        TO_HUB.forEach(property -> resource(thing, ASLO + property, HUB));
        resource(thing, ASLO + invented.oneOf(LINKS), anyThing());
        resource(thing, ASLO + invented.oneOf(LINKS), anyThing());
    }

    private void claim(String id) {
        String claim = ID + "claim-" + id;
        String subject = anyThing();
        String property = ASLO + invented.oneOf(LINKS);
        String object = anyThing();
        resource(claim, RDF + "type", RDF + "Statement");
        resource(claim, RDF + "type", ASLO + "Claim");
        resource(claim, RDF + "subject", subject);
        resource(claim, RDF + "predicate", property);
        resource(claim, RDF + "object", object);
        line(claim, RDF + "reifies", "<<( <" + subject + "> <" + property + "> <" + object + "> )>>" + RDF12);
        text(claim, RDFS + "label", "Claim " + id);
        resource(claim, ASLO + "basis", ASLO + (invented.chance(80) ? "stated" : "implied"));
        qualifiers(claim);
        if (invented.chance(70)) {
            resource(subject, property, object);
        }
    }

    private void qualifiers(String claim) {
        for (int i = invented.below(3); i >= 0; i--) {
            int sentence = invented.skewed(SENTENCES);
            String id = ID + "s" + sentence / 100 + "-" + (1 + sentence / 10 % 10) + "-" + (1 + sentence % 10);
            resource(claim, PROV + "wasDerivedFrom", id);
        }
        if (invented.chance(25)) {
            resource(claim, PROV + "wasAttributedTo", anyThing());
        }
        if (invented.chance(40)) {
            resource(claim, ASLO + "topic", anyThing());
        }
        if (invented.chance(20)) {
            resource(claim, ASLO + "place", anyThing());
        }
        if (invented.chance(15)) {
            text(claim, ASLO + "note", invented.sentence());
        }
        if (invented.chance(35)) {
            time(claim, invented.date());
        }
    }

    private void time(String claim, String edtf) {
        date(claim, ASLO + "when", edtf);
        Edtf date = Edtf.parse(edtf);
        String day = XSD + "date";
        date.earliestStart().ifPresent(d -> typed(claim, SEM + "hasEarliestBeginTimeStamp", d.toString(), day));
        date.latestStart().ifPresent(d -> typed(claim, SEM + "hasLatestBeginTimeStamp", d.toString(), day));
        date.earliestEnd().ifPresent(d -> typed(claim, SEM + "hasEarliestEndTimeStamp", d.toString(), day));
        date.latestEnd().ifPresent(d -> typed(claim, SEM + "hasLatestEndTimeStamp", d.toString(), day));
    }

    private String anyThing() {
        return ID + things.get(invented.skewed(things.size()));
    }

    private void resource(String subject, String property, String object) {
        line(subject, property, "<" + object + ">");
    }

    private void text(String subject, String property, String text) {
        line(subject, property, "\"" + text.replace("\"", "\\\"") + "\"@en");
    }

    private void typed(String subject, String property, String text, String datatype) {
        line(subject, property, "\"" + text + "\"^^<" + datatype + ">");
    }

    private void date(String subject, String property, String edtf) {
        String datatype = Edtf.parse(edtf).exact().map(XSD::concat).orElse("http://id.loc.gov/datatypes/edtf/EDTF");
        typed(subject, property, edtf, datatype);
    }

    private void line(String subject, String property, String object) {
        try {
            out.write("<" + subject + "> <" + property + "> " + object + " .\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
