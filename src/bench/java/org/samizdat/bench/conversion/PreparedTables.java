package org.samizdat.bench.conversion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.samizdat.table.Edtf;

/**
 * The table of claims as RML needs it: a column for each datatype, date bounds computed, cells of several values split, and
 * the subject repeated where the plain triple is to be made, since RML maps have no conditions.
 */
final class PreparedTables {
    static final List<String> COLUMNS =
            List.of(("id subject property object integer text lang date month year edtf basis"
                            + " mode place note plain when_date when_month when_year when_edtf earliest_start latest_start"
                            + " earliest_end latest_end according_to_1 according_to_2 topic_1 topic_2 topic_3 cites_1 cites_2"
                            + " cites_3")
                    .split(" "));

    private PreparedTables() {}

    static List<String> cells(Claim claim) {
        Claim.Value value = claim.value();
        List<String> cells = new ArrayList<>(
                List.of(claim.id(), claim.subject(), claim.property(), value.thing(), value.number(), value.text()));
        cells.add(value.text().isEmpty() || !value.lang().isEmpty() ? value.lang() : "en");
        cells.addAll(byDatatype(value.date()));
        cells.addAll(List.of(claim.basis(), claim.mode(), claim.place(), claim.note()));
        cells.add(claim.isPlain() ? claim.subject() : "");
        cells.addAll(byDatatype(claim.when()));
        cells.addAll(bounds(claim.when()));
        cells.addAll(padded(claim.accordingTo(), 2));
        cells.addAll(padded(claim.topics(), 3));
        cells.addAll(padded(claim.cites(), 3));
        return cells;
    }

    /** A date in the column of its datatype: day, month, year or EDTF. */
    private static List<String> byDatatype(String date) {
        if (date.isEmpty()) {
            return List.of("", "", "", "");
        }
        String datatype = Edtf.parse(date).exact().orElse("edtf");
        return Stream.of("date", "gYearMonth", "gYear", "edtf")
                .map(column -> column.equals(datatype) ? date : "")
                .toList();
    }

    private static List<String> bounds(String date) {
        if (date.isEmpty()) {
            return List.of("", "", "", "");
        }
        Edtf edtf = Edtf.parse(date);
        return Stream.of(edtf.earliestStart(), edtf.latestStart(), edtf.earliestEnd(), edtf.latestEnd())
                .map(PreparedTables::text)
                .toList();
    }

    private static String text(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }

    private static List<String> padded(List<String> values, int size) {
        return Stream.concat(values.stream(), Stream.generate(() -> ""))
                .limit(size)
                .toList();
    }
}
