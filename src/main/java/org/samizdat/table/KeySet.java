package org.samizdat.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Keys, each with the row where it was first put. Keeps them as bytes one behind the other, about 40 bytes for a short key
 * where a {@code HashMap} takes 140, so that a million of them leave room in a small heap.
 */
final class KeySet {
    private static final int NO_ROW = 0;

    private byte[] bytes = new byte[1 << 10];
    /** Where the bytes of key i end; they start where those of the key before end. */
    private int[] ends = new int[1 << 6];

    private int[] rows = new int[1 << 6];
    /** Open addressing with linear probing: number of the key + 1, or 0 where free. At most half are in use. */
    private int[] slots = new int[1 << 7];

    private int size;

    /**
     * Adds a key, unless it is there already.
     *
     * @return the row with which it was put before, or 0 if it is new
     */
    int put(String key, int row) {
        byte[] encoded = key.getBytes(StandardCharsets.UTF_8);
        int slot = slot(encoded);
        if (slots[slot] != 0) {
            return rows[slots[slot] - 1];
        }
        slots[slot] = append(encoded, row) + 1;
        if (size * 2 > slots.length) {
            rehash();
        }
        return NO_ROW;
    }

    boolean contains(String key) {
        return slots[slot(key.getBytes(StandardCharsets.UTF_8))] != 0;
    }

    boolean isSubsetOf(KeySet other) {
        for (int i = 0; i < size; i++) {
            if (!other.contains(key(i))) {
                return false;
            }
        }
        return true;
    }

    /** Visits all keys in the order in which they were put. */
    void forEach(Consumer<String> visitor) {
        for (int i = 0; i < size; i++) {
            visitor.accept(key(i));
        }
    }

    private String key(int i) {
        return new String(bytes, start(i), ends[i] - start(i), StandardCharsets.UTF_8);
    }

    private int append(byte[] key, int row) {
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size * 2);
            rows = Arrays.copyOf(rows, size * 2);
        }
        int start = start(size);
        int end = Math.addExact(start, key.length);
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(end, (int) Math.min(bytes.length * 2L, Integer.MAX_VALUE - 8)));
        }
        System.arraycopy(key, 0, bytes, start, key.length);
        ends[size] = end;
        rows[size] = row;
        return size++;
    }

    private int start(int key) {
        return key == 0 ? 0 : ends[key - 1];
    }

    /** The slot that holds the key, or the free one where it belongs. */
    private int slot(byte[] key) {
        int slot = hash(key, 0, key.length) & slots.length - 1;
        while (slots[slot] != 0 && !isAt(slots[slot] - 1, key)) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private boolean isAt(int number, byte[] key) {
        return Arrays.equals(bytes, start(number), ends[number], key, 0, key.length);
    }

    private void rehash() {
        slots = new int[slots.length * 2];
        for (int i = 0; i < size; i++) {
            int slot = hash(bytes, start(i), ends[i]) & slots.length - 1;
            while (slots[slot] != 0) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = i + 1;
        }
    }

    private static int hash(byte[] bytes, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = hash * 31 + bytes[i];
        }
        // serial numbers at the end of keys would else fill neighbouring slots
        hash *= 0x9E3779B9;
        return hash ^ hash >>> 15;
    }
}
