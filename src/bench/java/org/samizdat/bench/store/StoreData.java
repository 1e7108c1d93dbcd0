package org.samizdat.bench.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.samizdat.bench.BenchOptions;
import org.samizdat.bench.Invented;
import org.samizdat.table.Edtf;

/**
 * Generates what a large release holds, as sorted N-Quads in the publication's own ontology: about 20 triples for each of
 * so many things, claims with citations among them; labels nearly all distinct; few things with many links, and one to
 * which every other thing has four.
 */
public final class StoreData {
    public static final String BASE = "https://w3id.org/anti-stalinist-left/";

    public static final String ID = BASE + "id/";
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

    private static final int CLAIMS_OF_RICH = 100;
    private static final int BESIDES_RICH = 5_000;

    private final Invented invented;
    private final QuadsFile out;
    private final List<String> things = new ArrayList<>();

    private StoreData(long seed, QuadsFile out) {
        this.invented = new Invented(seed);
        this.out = out;
    }

    /**
     * What was generated.
     *
     * @param quads the N-Quads, sorted by bytes
     * @param slugs the names of the things, one a line
     */
    public record Generated(Path quads, Path slugs) {
        public List<String> slugList() throws IOException {
            return Files.readAllLines(slugs);
        }
    }

    /** Generates the data into the folder of the benchmarks. */
    public static Generated generate(BenchOptions options) throws IOException, InterruptedException {
        return generateWith(List.of(), options, "store");
    }

    /**
     * The same with further statements.
     *
     * @param lines of N-Quads
     * @param name of the folder for all
     */
    public static Generated generateWith(List<String> lines, BenchOptions options, String name)
            throws IOException, InterruptedException {
        return QuadsFile.generate(options, name, out -> {
            StoreData data = new StoreData(options.seed(), out);
            data.write(options.things());
            lines.forEach(out::line);
            return data.things;
        });
    }

    /** Things with a hundred claims each, which link to others that are not among the names that are given. */
    public static Generated rich(BenchOptions options) throws IOException, InterruptedException {
        return QuadsFile.generate(
                options, "rich", out -> new StoreData(options.seed(), out).writeRich(options.pages()));
    }

    private List<String> writeRich(int count) {
        writeThings(BESIDES_RICH);
        List<String> rich = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rich.add(thing(BESIDES_RICH + i));
            links(ID + rich.getLast());
        }
        for (int i = 0; i < count * CLAIMS_OF_RICH; i++) {
            claim("c" + Integer.toString(i, 36), ID + rich.get(i % count));
        }
        return rich;
    }

    private void write(int count) {
        writeThings(count);
        for (int i = 0; i < (long) count * CLAIMS / 100; i++) {
            claim("c" + Integer.toString(i, 36), anyThing());
        }
    }

    private void writeThings(int count) {
        out.resource(HUB, RDF + "type", ASLO + "Concept");
        out.text(HUB, RDFS + "label", "Stalinism");
        for (int i = 0; i < SENTENCES; i++) {
            sentence(ID + "s" + i / 100 + "-" + (1 + i / 10 % 10) + "-" + (1 + i % 10), 1 + i % 10);
        }
        for (int i = 0; i < count; i++) {
            things.add(thing(i));
        }
        for (int i = 0; i < count; i++) {
            links(ID + things.get(i));
        }
    }

    private void sentence(String sentence, int number) {
        out.resource(sentence, RDF + "type", ASLO + "Sentence");
        out.typed(sentence, ASLO + "sentenceNumber", Integer.toString(number), XSD + "integer");
    }

    /** Gives its slug. */
    private String thing(int number) {
        String kind = invented.oneOf(List.of("Person", "Person", "Organisation", "Event", "Work", "Place"));
        String label = label(kind);
        String slug = label.toLowerCase(Locale.ROOT).replace(' ', '-') + "-" + Integer.toString(number, 36);
        String thing = ID + slug;
        out.resource(thing, RDF + "type", ASLO + kind);
        out.text(thing, RDFS + "label", label);
        out.text(thing, DCTERMS + "description", invented.sentence());
        if (invented.chance(50)) {
            out.text(thing, "http://www.w3.org/2004/02/skos/core#altLabel", label(kind));
        }
        if (invented.chance(30)) {
            out.resource(
                    thing, "http://www.w3.org/2002/07/owl#sameAs", "http://www.wikidata.org/entity/Q" + (number + 1));
        }
        if (invented.chance(50)) {
            out.date(thing, ASLO + "date", invented.date());
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
        TO_HUB.forEach(property -> out.resource(thing, ASLO + property, HUB));
        out.resource(thing, ASLO + invented.oneOf(LINKS), anyThing());
        out.resource(thing, ASLO + invented.oneOf(LINKS), anyThing());
    }

    private void claim(String id, String subject) {
        String claim = ID + "claim-" + id;
        String property = ASLO + invented.oneOf(LINKS);
        String object = anyThing();
        out.resource(claim, RDF + "type", RDF + "Statement");
        out.resource(claim, RDF + "type", ASLO + "Claim");
        out.resource(claim, RDF + "subject", subject);
        out.resource(claim, RDF + "predicate", property);
        out.resource(claim, RDF + "object", object);
        out.line(claim, RDF + "reifies", "<<( <" + subject + "> <" + property + "> <" + object + "> )>>" + RDF12);
        out.text(claim, RDFS + "label", "Claim " + id);
        out.resource(claim, ASLO + "basis", ASLO + (invented.chance(80) ? "stated" : "implied"));
        qualifiers(claim);
        if (invented.chance(70)) {
            out.resource(subject, property, object);
        }
    }

    private void qualifiers(String claim) {
        for (int i = invented.below(3); i >= 0; i--) {
            int sentence = invented.skewed(SENTENCES);
            String id = ID + "s" + sentence / 100 + "-" + (1 + sentence / 10 % 10) + "-" + (1 + sentence % 10);
            out.resource(claim, PROV + "wasDerivedFrom", id);
        }
        if (invented.chance(25)) {
            out.resource(claim, PROV + "wasAttributedTo", anyThing());
        }
        if (invented.chance(40)) {
            out.resource(claim, ASLO + "topic", anyThing());
        }
        if (invented.chance(20)) {
            out.resource(claim, ASLO + "place", anyThing());
        }
        if (invented.chance(15)) {
            out.text(claim, ASLO + "note", invented.sentence());
        }
        if (invented.chance(35)) {
            time(claim, invented.date());
        }
    }

    private void time(String claim, String edtf) {
        out.date(claim, ASLO + "when", edtf);
        Edtf date = Edtf.parse(edtf);
        String day = XSD + "date";
        date.earliestStart().ifPresent(d -> out.typed(claim, SEM + "hasEarliestBeginTimeStamp", d.toString(), day));
        date.latestStart().ifPresent(d -> out.typed(claim, SEM + "hasLatestBeginTimeStamp", d.toString(), day));
        date.earliestEnd().ifPresent(d -> out.typed(claim, SEM + "hasEarliestEndTimeStamp", d.toString(), day));
        date.latestEnd().ifPresent(d -> out.typed(claim, SEM + "hasLatestEndTimeStamp", d.toString(), day));
    }

    private String anyThing() {
        return ID + things.get(invented.skewed(things.size()));
    }
}
