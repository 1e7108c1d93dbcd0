package org.samizdat.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestKeyTest {
    private final KeySet keys = new KeySet();

    @ParameterizedTest
    @CsvSource({
        "leon-trotski, leon-trotsky",
        "Leon-Trotsky, leon-trotsky",
        "leon-trotsky-, leon-trotsky",
        "leo-trotski, leon-trotsky",
        "lev-bronstein, ''",
        "rosa, ''",
        "ross-luxemburg, rosa-luxemburg",
        "loen-trotsky, leon-trotsky",
    })
    void findsWhatWasMeant(String wrong, String meant) {
        keys.put("leon-trotsky", 2);
        keys.put("rosa-luxemburg", 3);
        keys.put("rosa-luxembourg", 4);
        assertEquals(meant.isEmpty() ? Optional.empty() : Optional.of(meant), new NearestKey(keys).to(wrong));
    }

    @Test
    void stopsSearchingAfterManyErrors() {
        keys.put("k000", 2);
        NearestKey nearest = new NearestKey(keys);
        for (int i = 1; i < 100; i++) {
            nearest.to("x" + i);
        }
        assertEquals(Optional.empty(), nearest.to("k001"));
    }
}
