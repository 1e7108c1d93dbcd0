package org.samizdat.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samizdat.table.Edtf;

/** Bars on an axis from 1900 to 2000, so that a year is about one percent. */
class TimelineTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            1936,        36, 37, false, 36, 37, false, false
            1936/1938,   36, 37, true,  38, 39, false, false
            193X,        30, 40, false, 30, 40, false, false
            1936/,       36, 37, false, 37, 100, false, true
            ../1940,     0,  40, false, 40, 41, true,  false
            1890/1910,   0,  0,  true,  10, 11, false, false
            """)
    void doubtIsWhatIsNotFull(
            String edtf, int from, int sure, boolean core, int until, int to, boolean openStart, boolean openEnd) {
        Span span = new Span(Edtf.parse(edtf));
        Timeline.Bar bar = Timeline.of(List.of(new Timeline.Entry(Link.to("x", ""), "", span, false)), 1900, 2000)
                .rows()
                .getFirst()
                .bar();
        assertEquals(from, bar.from(), 0.05, "from");
        assertEquals(to, bar.to(), 0.05, "to");
        assertEquals(core, bar.hasCore(), "core");
        if (core) {
            assertEquals(sure, bar.sure(), 0.05, "sure");
            assertEquals(until, bar.until(), 0.05, "until");
        }
        assertEquals(openStart, bar.openStart());
        assertEquals(openEnd, bar.openEnd());
    }

    @ParameterizedTest
    @CsvSource({"1936,1930,1940,true", "1936/..,1990,1990,true", "1936/1938,1939,1950,false", "/1940,1800,1800,true"})
    void aPeriodHoldsWhatMayBeInIt(String edtf, int from, int to, boolean inside) {
        assertEquals(inside, new Span(Edtf.parse(edtf)).mayBeIn(from, to));
    }

    @ParameterizedTest
    @CsvSource({
        "1936,http://www.w3.org/2001/XMLSchema#gYear,true",
        "1936Z,http://www.w3.org/2001/XMLSchema#gYear,false",
        "1936,http://www.w3.org/2001/XMLSchema#string,false",
        "195X,http://id.loc.gov/datatypes/edtf/EDTF,true"
    })
    void onlyDatesAreDrawn(String text, String datatype, boolean date) {
        assertEquals(
                date,
                Span.of(NodeFactory.createLiteralDT(text, NodeFactory.getType(datatype)))
                        .isPresent());
    }
}
