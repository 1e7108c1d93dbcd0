package org.samizdat.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/**
 * Points between meridians and parallels, true in both directions at the middle of the map. It has no tiles: those would tell
 * another host what is being looked at.
 *
 * @param height where the width is {@link #WIDTH}
 */
record PointMap(int height, List<Point> points, List<Line> meridians, List<Line> parallels) {
    static final int WIDTH = 720;
    /** Degrees around the outermost points. */
    private static final double MARGIN = 1;
    /** Degrees between lines. */
    private static final List<Integer> STEPS = List.of(1, 2, 5, 10, 20, 30);

    private static final int MOST_LINES = 8;

    /** Something in degrees, east and north. */
    record Place(Link link, double east, double north) {
        boolean isOnEarth() {
            return Math.abs(east) <= 180 && Math.abs(north) <= 90;
        }
    }

    /** A place where it is drawn. */
    record Point(Link link, double x, double y) {
        /** Whether there is more room for its name on the left. */
        boolean isRight() {
            return x > WIDTH * 0.7;
        }
    }

    /** A round number of degrees, and where its line is drawn. */
    record Line(String degrees, double at) {}

    /** What the map shows, in degrees. */
    private record Extent(double from, double to) {
        static Extent of(DoubleStream degrees) {
            var range = degrees.summaryStatistics();
            return new Extent(range.getMin() - MARGIN, range.getMax() + MARGIN);
        }

        double size() {
            return to - from;
        }

        List<Line> lines(int step, String below, String above, DoubleUnaryOperator place) {
            List<Line> lines = new ArrayList<>();
            for (int degrees = (int) Math.ceil(from / step) * step; degrees <= to; degrees += step) {
                String side = degrees < 0 ? below : degrees > 0 ? above : "";
                lines.add(new Line(Math.abs(degrees) + "°" + side, place.applyAsDouble(degrees)));
            }
            return lines;
        }
    }

    /** @param places at least one */
    static PointMap of(List<Place> places) {
        Extent across = Extent.of(places.stream().mapToDouble(Place::east));
        Extent along = Extent.of(places.stream().mapToDouble(Place::north));
        double wide = WIDTH / across.size();
        // A degree east is the shorter the farther from the equator, but the map ends before the pole.
        double high = wide / Math.max(0.1, Math.cos(Math.toRadians((along.from() + along.to()) / 2)));
        DoubleUnaryOperator x = degrees -> (degrees - across.from()) * wide;
        DoubleUnaryOperator y = degrees -> (along.to() - degrees) * high;
        int step = STEPS.stream()
                .filter(degrees -> Math.max(across.size(), along.size()) / degrees <= MOST_LINES)
                .findFirst()
                .orElse(STEPS.getLast());
        return new PointMap(
                (int) Math.ceil(along.size() * high),
                places.stream()
                        .map(place ->
                                new Point(place.link(), x.applyAsDouble(place.east()), y.applyAsDouble(place.north())))
                        .toList(),
                across.lines(step, "W", "E", x),
                along.lines(step, "S", "N", y));
    }
}
