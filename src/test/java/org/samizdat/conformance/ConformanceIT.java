package org.samizdat.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The W3C's suites for queries of SPARQL 1.0, 1.1 and 1.2, asked of the endpoint by HTTP, with the data in memory and in a
 * store of TDB2. Exactly the cases fail that {@link KnownFaults} names: one that does well from now on is to be struck off.
 */
class ConformanceIT {
    private static final List<String> SUITES = List.of("sparql10", "sparql11", "sparql12");

    /** Reasoning is not what this endpoint does, and SERVICE is off: see {@link #serviceIsOff}. */
    private static final Set<String> LEFT_OUT =
            Set.of("sparql11/entailment", "sparql11/service", "sparql11/syntax-fed");

    @TempDir
    static Path folder;

    private static Suites suites;
    private static List<SuiteCase> cases;
    private static KnownFaults known;
    private static final Map<Store, SuiteRun> RUNS = new EnumMap<>(Store.class);

    @BeforeAll
    static void read() throws Exception {
        suites = Suites.orSkip();
        known = KnownFaults.read();
        cases = SUITES.stream()
                .flatMap(suite -> suites.folders(suite).stream())
                .filter(name -> !LEFT_OUT.contains(name))
                .flatMap(name -> suites.cases(name))
                .toList();
        for (Store store : Store.values()) {
            RUNS.put(store, new SuiteRun(store, folder));
        }
    }

    @AfterAll
    static void close() {
        RUNS.values().forEach(SuiteRun::close);
    }

    @Test
    void theSuitesAreWhole() {
        Map<String, Long> counts =
                cases.stream().collect(Collectors.groupingBy(SuiteCase::suite, Collectors.counting()));
        assertEquals(Map.of("sparql10", 482L, "sparql11", 338L, "sparql12", 246L), counts);
    }

    @Test
    void fewFail() {
        Set<String> names = cases.stream().map(SuiteCase::name).collect(Collectors.toSet());
        for (Store store : Store.values()) {
            assertTrue(names.containsAll(known.on(store).keySet()), "Known faults that are no cases.");
        }
        assertTrue(names.size() - known.on(Store.MEMORY).size() >= 1_055);
        assertTrue(names.size() - known.on(Store.TDB2).size() >= 1_040);
    }

    @Test
    void theDocumentationHasTheFigures() throws IOException {
        String page = Files.readString(Path.of("docs", "serving.md"));
        for (String suite : SUITES) {
            String version = suite.charAt(6) + "." + suite.charAt(7);
            assertTrue(page.contains(row("SPARQL " + version, suite)), row("SPARQL " + version, suite));
        }
        assertTrue(page.contains(row("together", "sparql")), row("together", "sparql"));
    }

    private static String row(String title, String prefix) {
        List<String> names = cases.stream()
                .map(SuiteCase::name)
                .filter(name -> name.startsWith(prefix))
                .toList();
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %,d | %,d |",
                title,
                names.size(),
                right(names, Store.MEMORY),
                right(names, Store.TDB2));
    }

    private static long right(List<String> names, Store store) {
        return names.stream().filter(name -> !known.on(store).containsKey(name)).count();
    }

    @TestFactory
    Stream<DynamicTest> inMemory() {
        return tests(Store.MEMORY);
    }

    @TestFactory
    Stream<DynamicTest> onTdb2() {
        return tests(Store.TDB2);
    }

    private static Stream<DynamicTest> tests(Store store) {
        return byContents().map(asked -> DynamicTest.dynamicTest(asked.name(), () -> check(store, asked)));
    }

    /** Those that share their data together, so that it is loaded once. */
    private static Stream<SuiteCase> byContents() {
        return cases.stream()
                .collect(Collectors.groupingBy(SuiteCase::contents, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(List::stream);
    }

    private static void check(Store store, SuiteCase asked) throws Exception {
        Optional<String> fault = RUNS.get(store).fault(asked);
        Optional<String> expected = Optional.ofNullable(known.on(store).get(asked.name()));
        if (fault.isPresent() && expected.isEmpty()) {
            fail(asked.name() + ": " + fault.get());
        }
        if (fault.isEmpty() && expected.isPresent()) {
            fail(asked.name() + " is right now; strike it off the known faults, where it is under: " + expected.get());
        }
    }

    /** They are queries, and so right as cases of syntax; but there are no such functions here, and no answers. */
    @Test
    void functionsThatAreNotOnTheListAreRefused() throws Exception {
        Set<String> refused = new TreeSet<>();
        for (SuiteCase asked : cases) {
            if (asked.kind() == SuiteCase.Kind.SYNTAX && RUNS.get(Store.MEMORY).status(asked) != 200) {
                refused.add(asked.name());
            }
        }
        refused.removeAll(known.on(Store.MEMORY).keySet());
        assertEquals(
                Set.of(
                        "sparql10/syntax-sparql1/syntax-expr-05",
                        "sparql10/syntax-sparql1/syntax-order-05",
                        "sparql10/syntax-sparql1/syntax-order-06",
                        "sparql10/syntax-sparql2/syntax-function-01",
                        "sparql10/syntax-sparql2/syntax-function-02",
                        "sparql10/syntax-sparql2/syntax-function-03",
                        "sparql10/syntax-sparql2/syntax-function-04",
                        "sparql11/syntax-query/test_4"),
                refused);
    }

    /** What federated queries say is understood, and refused: no endpoint is on the list of those that may be asked. */
    @TestFactory
    Stream<DynamicTest> serviceIsOff() {
        return Stream.of("sparql11/service", "sparql11/syntax-fed")
                .flatMap(suites::cases)
                .map(asked -> DynamicTest.dynamicTest(
                        asked.name(),
                        () -> assertEquals(403, RUNS.get(Store.MEMORY).status(asked))));
    }
}
