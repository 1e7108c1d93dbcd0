package org.samizdat.bench.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.samizdat.bench.BenchOptions;
import org.samizdat.bench.Invented;

/** Generates as many plain things as are wanted, with ten statements about each. */
public final class ManyThings {
    private static final String ASLO = StoreData.BASE + "ontology#";
    private static final List<String> LINKS = List.of("opposed", "supported", "influenced", "alliedWith", "brokeWith");

    private ManyThings() {}

    /** @param name of the folder for them */
    public static StoreData.Generated generate(BenchOptions options, String name, int count)
            throws IOException, InterruptedException {
        return QuadsFile.generate(options, name, out -> write(new Invented(options.seed()), out, count));
    }

    private static List<String> write(Invented invented, QuadsFile out, int count) {
        List<String> slugs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String slug = slug(i);
            String thing = StoreData.ID + slug;
            out.resource(thing, "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", ASLO + "Person");
            out.text(thing, "http://www.w3.org/2000/01/rdf-schema#label", invented.person() + " " + i);
            out.text(thing, "http://www.w3.org/2004/02/skos/core#altLabel", invented.person() + " " + i);
            out.text(thing, "http://purl.org/dc/terms/description", invented.sentence());
            out.date(thing, ASLO + "date", invented.date());
            for (String property : LINKS) {
                out.resource(thing, ASLO + property, StoreData.ID + slug(invented.below(count)));
            }
            slugs.add(slug);
        }
        return slugs;
    }

    private static String slug(int number) {
        return "person-" + Integer.toString(number, 36);
    }
}
