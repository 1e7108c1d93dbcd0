package org.samizdat.page;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.text.WordUtils;

/** A thing with those that it has most to do with around it, as they are drawn. */
record Neighbourhood(Symbol symbol, List<Neighbour> neighbours) {
    static final int SIZE = 360;
    static final int MOST = 10;
    private static final int CENTRE = SIZE / 2;
    private static final int LINE = 17;

    /**
     * @param relation how they are related, in words that start from this thing
     * @param said whether the source only reports it
     * @param lines the name, cut into lines
     */
    record Neighbour(Link link, String relation, boolean said, double x, double y, List<String> lines) {}

    /** A neighbour before it has its place. */
    record Related(Link link, String relation, boolean said) {}

    static Neighbourhood of(Symbol symbol, List<Related> related) {
        List<Neighbour> neighbours = new ArrayList<>();
        for (int i = 0; i < related.size(); i++) {
            Related one = related.get(i);
            double angle = 2 * Math.PI * i / related.size() - Math.PI / 2;
            neighbours.add(new Neighbour(
                    one.link(),
                    one.relation(),
                    one.said(),
                    CENTRE + 122 * Math.cos(angle),
                    CENTRE - 14 + 138 * Math.sin(angle),
                    lines(one.link().text())));
        }
        return new Neighbourhood(symbol, List.copyOf(neighbours));
    }

    private static List<String> lines(String name) {
        List<String> lines = List.of(WordUtils.wrap(name, LINE, "\n", true).split("\n"));
        return lines.size() <= 2 ? lines : List.of(lines.get(0), lines.get(1) + " …");
    }
}
