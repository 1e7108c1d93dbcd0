package org.samizdat.check;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;

/**
 * Things that may be one, by their labels and other names and by their descriptions.
 *
 * <p>Names are compared by the sorted-neighbourhood method, so that the work grows with the number of names and not with its
 * square: sorted by their letters, each is compared with the next few, and once more sorted by their letters backwards.
 */
final class AlikeThings {
    private static final int NEIGHBOURS = 10;
    private static final int SHORT = 5;
    /** One letter may differ, and one more for each ten. */
    private static final int LETTERS_FOR_A_DIFFERENCE = 10;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern NO_DIGITS = Pattern.compile("\\P{N}+");
    private static final Comparator<Node> BY_ADDRESS = Comparator.comparing(Node::toString);

    private final Graph stated;
    private final Names names;
    private final SortedMap<String, SortedSet<Node>> byWords = new TreeMap<>();
    private final SortedMap<String, SortedSet<Node>> byLetters = new TreeMap<>();
    private final SortedMap<String, SortedSet<Node>> byDescription = new TreeMap<>();
    private final Map<String, String> written = new TreeMap<>();

    private AlikeThings(Surveyed data) {
        this.stated = data.stated();
        this.names = data.names();
        data.things().forEach(this::add);
    }

    static List<Finding> in(Surveyed data) {
        AlikeThings things = new AlikeThings(data);
        return List.of(
                new Finding(Rule.SHARED_NAME, things.shared(things.byWords)),
                new Finding(Rule.SIMILAR_NAME, things.similar()),
                new Finding(Rule.SAME_DESCRIPTION, things.shared(things.byDescription)));
    }

    private void add(Node thing) {
        Stream.concat(Labels.all(stated, thing), texts(thing, SKOS.altLabel.asNode()))
                .map(Node::getLiteralLexicalForm)
                .forEach(name -> {
                    List<String> words = words(name);
                    put(byLetters, String.join("", words), name, thing);
                    put(byWords, words.stream().sorted().collect(Collectors.joining(" ")), name, thing);
                });
        texts(thing, DCTerms.description.asNode())
                .map(Node::getLiteralLexicalForm)
                .forEach(text -> put(byDescription, text, text, thing));
    }

    private void put(Map<String, SortedSet<Node>> index, String key, String text, Node thing) {
        index.computeIfAbsent(key, unseen -> new TreeSet<>(BY_ADDRESS)).add(thing);
        written.merge(key, text, (one, other) -> one.compareTo(other) <= 0 ? one : other);
    }

    private Stream<Node> texts(Node thing, Node property) {
        return stated.find(thing, property, Node.ANY).mapWith(Triple::getObject).toList().stream()
                .filter(Node::isLiteral);
    }

    /** Without accents, case and punctuation. */
    private static List<String> words(String name) {
        String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return BETWEEN_WORDS
                .splitAsStream(plain)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private List<Finding.Case> shared(Map<String, SortedSet<Node>> index) {
        List<Finding.Case> cases = new ArrayList<>();
        index.forEach((key, things) -> {
            if (things.size() > 1) {
                cases.add(of(things, written.get(key)));
            }
        });
        return cases;
    }

    private List<Finding.Case> similar() {
        SortedMap<String, Finding.Case> cases = new TreeMap<>();
        neighbours(byLetters.keySet(), (one, other) -> {
            if (isSimilar(one, other)) {
                byLetters
                        .get(one)
                        .forEach(first -> byLetters.get(other).stream()
                                .filter(second -> !second.equals(first))
                                .forEach(second ->
                                        pair(first, second, written.get(one) + ", " + written.get(other), cases)));
            }
        });
        return List.copyOf(cases.values());
    }

    private void pair(Node first, Node second, String detail, Map<String, Finding.Case> cases) {
        List<Node> pair = Stream.of(first, second).sorted(BY_ADDRESS).toList();
        cases.putIfAbsent(pair.toString(), of(pair, detail));
    }

    private Finding.Case of(Collection<Node> things, String detail) {
        return new Finding.Case(
                things.stream()
                        .map(thing -> Finding.Item.of(thing, names.thing(thing)))
                        .toList(),
                detail);
    }

    /** Hands on pairs of keys that stand near each other, some of them twice. */
    static void neighbours(Set<String> keys, BiConsumer<String, String> sink) {
        for (Comparator<String> order : List.of(
                Comparator.<String>naturalOrder(),
                Comparator.comparing(
                        (String key) -> new StringBuilder(key).reverse().toString()))) {
            List<String> sorted = keys.stream().sorted(order).toList();
            for (int i = 0; i < sorted.size(); i++) {
                for (int j = i + 1; j <= Math.min(i + NEIGHBOURS, sorted.size() - 1); j++) {
                    sink.accept(sorted.get(i), sorted.get(j));
                }
            }
        }
    }

    /** Names that differ in a number are of two things: two years, two congresses. */
    private static boolean isSimilar(String one, String other) {
        int longer = Math.max(one.length(), other.length());
        return Math.min(one.length(), other.length()) >= SHORT
                && digits(one).equals(digits(other))
                && new LevenshteinDistance(1 + longer / LETTERS_FOR_A_DIFFERENCE).apply(one, other) >= 0;
    }

    private static String digits(String key) {
        return NO_DIGITS.matcher(key).replaceAll("");
    }
}
