package org.samizdat.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forms of {@code docs/dates.md} in words. */
class DateWordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1936            | 1936
            0044            | 44
            -0044           | 44 BCE
            1921-03         | March 1921
            1956-06-28      | 28 June 1956
            1928-23         | autumn of 1928
            1928-29         | southern spring of 1928
            1924-36         | last quarter of 1924
            1924-39         | last four months of 1924
            1924-41         | second half of 1924
            195X            | 1950s
            19XX            | 1900 to 1999
            1936-XX         | 1936
            1936-05-XX      | May 1936
            1936-XX-XX      | 1936
            1924~           | about 1924
            1924?           | perhaps 1924
            1924-01%        | perhaps about January 1924
            1936/1938       | 1936 to 1938
            1936/..         | from 1936 on
            ../1940         | until 1940
            1936/           | from 1936, end unknown
            /1940           | until 1940, start unknown
            195X~/1960-06   | about 1950s to June 1960
            """)
    void datesAreReadAloud(String edtf, String words) {
        assertEquals(words, DateWords.of(edtf));
    }
}
