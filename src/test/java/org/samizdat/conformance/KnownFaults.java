package org.samizdat.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The cases that are not answered as the suites want, each with the fault that it belongs to.
 *
 * @param faults the heading of the fault by the name of the case, for each store
 */
record KnownFaults(Map<Store, Map<String, String>> faults) {
    private static final Path LIST = Path.of("src/test/resources/org/samizdat/conformance/faults.md");
    private static final Pattern SECTION = Pattern.compile("(?ms)^## (.+?)$(.*?)(?=^## |\\z)");
    private static final Pattern CASE = Pattern.compile("(?m)^- `([^`]+)`(?: (in memory|on TDB2))?$");

    static KnownFaults read() throws IOException {
        Map<Store, Map<String, String>> faults = new EnumMap<>(Store.class);
        for (Store store : Store.values()) {
            faults.put(store, new TreeMap<>());
        }
        Matcher sections = SECTION.matcher(Files.readString(LIST));
        while (sections.find()) {
            String fault = sections.group(1);
            CASE.matcher(sections.group(2)).results().forEach(found -> add(faults, fault, found));
        }
        return new KnownFaults(faults);
    }

    private static void add(Map<Store, Map<String, String>> faults, String fault, MatchResult found) {
        if (!"on TDB2".equals(found.group(2))) {
            faults.get(Store.MEMORY).put(found.group(1), fault);
        }
        if (!"in memory".equals(found.group(2))) {
            faults.get(Store.TDB2).put(found.group(1), fault);
        }
    }

    /** The fault of each case that is not right on this store, by the name of the case. */
    Map<String, String> on(Store store) {
        return faults.get(store);
    }
}
