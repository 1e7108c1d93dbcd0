package org.samizdat.page;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.NodeValue;

/** The rows of a result on a map, if its columns say where they are. */
final class ResultMap {
    private static final String WKT_TYPE = "http://www.opengis.net/ont/geosparql#wktLiteral";

    /** A point of GeoSPARQL in its default reference system: degrees east, then north. */
    private static final Pattern POINT = Pattern.compile(
            "(?i)\\s*(<http://www\\.opengis\\.net/def/crs/OGC/1\\.3/CRS84>)?\\s*POINT\\s*\\(\\s*(?<east>\\S+)\\s+(?<north>[^\\s)]+)\\s*\\)\\s*");

    private ResultMap() {}

    /** By a column of points in WKT, or by two columns of numbers whose names begin with lat and lon. */
    static Optional<PointMap> of(Solutions solutions, Names names) {
        List<Var> points = solutions.columns(ResultMap::isPoint);
        List<Var> where = points.isEmpty() ? numbers(solutions) : points;
        List<PointMap.Place> places = solutions.rows().stream()
                .flatMap(row -> place(row, where, solutions.title(row, where, names)).stream())
                .filter(PointMap.Place::isOnEarth)
                .toList();
        return places.isEmpty() ? Optional.empty() : Optional.of(PointMap.of(places));
    }

    private static boolean isPoint(Node node) {
        return node.isLiteral()
                && node.getLiteralDatatypeURI().equals(WKT_TYPE)
                && POINT.matcher(node.getLiteralLexicalForm()).matches();
    }

    /** Longitude and latitude, if there are both. */
    private static List<Var> numbers(Solutions solutions) {
        List<Var> numbers = solutions.columns(
                node -> node.isLiteral() && NodeValue.makeNode(node).isNumber());
        List<Var> both = Stream.of("(?i)lon.*|lng", "(?i)lat.*")
                .flatMap(name -> numbers.stream()
                        .filter(column -> column.getVarName().matches(name))
                        .limit(1))
                .toList();
        return both.size() == 2 ? both : List.of();
    }

    private static Optional<PointMap.Place> place(Binding row, List<Var> where, Link title) {
        List<String> values = where.stream()
                .flatMap(column -> Solutions.value(row, column).stream())
                .map(Node::getLiteralLexicalForm)
                .toList();
        if (values.isEmpty() || values.size() < where.size()) {
            return Optional.empty();
        }
        Matcher point = POINT.matcher(values.getFirst());
        return point.matches()
                ? place(title, point.group("east"), point.group("north"))
                : values.size() == 2 ? place(title, values.get(0), values.get(1)) : Optional.empty();
    }

    private static Optional<PointMap.Place> place(Link title, String east, String north) {
        try {
            return Optional.of(new PointMap.Place(title, Double.parseDouble(east), Double.parseDouble(north)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
