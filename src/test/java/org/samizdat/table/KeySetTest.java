package org.samizdat.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeySetTest {
    private final KeySet keys = new KeySet();

    @Test
    void givesTheRowOfTheFirst() {
        assertEquals(0, keys.put("anna", 2));
        assertEquals(2, keys.put("anna", 7));
        assertEquals(2, keys.put("anna", 9));
    }

    @Test
    void keepsManyKeysApart() {
        for (int i = 0; i < 100_000; i++) {
            assertEquals(0, keys.put("key-" + i, i + 2));
        }
        for (int i = 0; i < 100_000; i++) {
            assertTrue(keys.contains("key-" + i));
            assertEquals(i + 2, keys.put("key-" + i, 1));
        }
        assertFalse(keys.contains("key-100000"));
        assertFalse(keys.contains(""));
    }

    /** "Aa" and "BB" have the same {@link String#hashCode()}. */
    @Test
    void keepsKeysWithTheSameHashApart() {
        keys.put("AaAa", 2);
        assertFalse(keys.contains("BBBB"));
        assertEquals(0, keys.put("BBBB", 3));
        assertEquals(0, keys.put("AaBB", 4));
        assertEquals(2, keys.put("AaAa", 5));
        assertEquals(3, keys.put("BBBB", 5));
    }

    @Test
    void listsKeysInOrder() {
        List<String> expected =
                IntStream.range(0, 1000).mapToObj(i -> "κλειδί-" + i).toList();
        expected.forEach(key -> keys.put(key, 1));
        List<String> listed = new ArrayList<>();
        keys.forEach(listed::add);
        assertEquals(expected, listed);
    }

    @Test
    void isSubsetOnlyIfEveryKeyIsThere() {
        KeySet other = new KeySet();
        assertTrue(keys.isSubsetOf(other));
        keys.put("anna", 2);
        assertFalse(keys.isSubsetOf(other));
        other.put("ben", 2);
        other.put("anna", 3);
        assertTrue(keys.isSubsetOf(other));
    }
}
