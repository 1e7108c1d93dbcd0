package org.samizdat.bench.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.samizdat.bench.Target;
import org.samizdat.bench.store.StoreData;

/** Things drawn at random, and how they are asked for. */
record Things(List<String> slugs) {
    static final String TURTLE = "text/turtle";
    /** As browsers send it. */
    static final String HTML = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    /** So many different things, or all if there are not more. */
    static Things draw(StoreData.Generated data, int count, long seed) throws IOException {
        List<String> slugs = new ArrayList<>(data.slugList());
        Collections.shuffle(slugs, new Random(seed));
        return new Things(slugs.subList(0, Math.min(count, slugs.size())));
    }

    /** From one number to just below another. */
    Things part(int from, int to) {
        return new Things(slugs.subList(from, to));
    }

    List<Target> documents(String accept) {
        return slugs.stream()
                .map(slug -> Target.of("/doc/" + slug, "Accept", accept))
                .toList();
    }

    /**
     * The same documents by other addresses that mean the same, so that no cache knows them: in each, other characters
     * are percent-encoded (RFC 3986 section 6.2.2.2).
     *
     * @param spelling from 1
     */
    List<Target> documents(String accept, int spelling) {
        return slugs.stream()
                .map(slug -> Target.of("/doc/" + spell(slug, spelling), "Accept", accept))
                .toList();
    }

    private static String spell(String slug, int spelling) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < slug.length(); i++) {
            boolean encoded = i < Integer.SIZE && (spelling >> i & 1) == 1;
            path.append(encoded ? "%%%02X".formatted((int) slug.charAt(i)) : slug.substring(i, i + 1));
        }
        return path.toString();
    }

    List<Target> things() {
        return slugs.stream().map(slug -> Target.of("/id/" + slug)).toList();
    }

    /** In a folder of nginx. */
    List<Target> files(String folder) {
        return slugs.stream().map(slug -> Target.of("/" + folder + "/" + slug)).toList();
    }

    List<Target> describes() {
        return slugs.stream()
                .map(slug -> Target.query("DESCRIBE <" + StoreData.ID + slug + ">", TURTLE))
                .toList();
    }
}
