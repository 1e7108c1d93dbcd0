package org.samizdat.table;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Keys, each with the row where it was first put. Keeps them as bytes one behind the other, some 45 bytes for a short key
 * where a {@code HashMap} takes 140, so that a million of them leave room in a small heap, and finds one with two accesses
 * to memory, which is what a look-up among so many costs.
 */
final class KeySet {
    private static final int NO_ROW = 0;
    /** Row and length of a key stand before its bytes. */
    private static final int HEAD = 2 * Integer.BYTES;

    private ByteBuffer entries = ByteBuffer.allocate(1 << 10);
    /**
     * Open addressing with linear probing: the key's hash in the upper half, the end of its head in the lower, or 0 where free.
     * At most half are in use.
     */
    private long[] slots = new long[1 << 7];

    private int size;

    /**
     * Adds a key, unless it is there already.
     *
     * @return the row with which it was put before, or 0 if it is new
     */
    int put(String key, int row) {
        byte[] encoded = key.getBytes(StandardCharsets.UTF_8);
        return put(encoded, hash(encoded), row);
    }

    /** Adds a key, unless it is here or in the other set already. */
    void putUnlessIn(KeySet other, String key, int row) {
        byte[] encoded = key.getBytes(StandardCharsets.UTF_8);
        int hash = hash(encoded);
        if (other.slots[other.slot(encoded, hash)] == 0) {
            put(encoded, hash, row);
        }
    }

    private int put(byte[] encoded, int hash, int row) {
        int slot = slot(encoded, hash);
        if (slots[slot] != 0) {
            return entries.getInt((int) slots[slot] - HEAD);
        }
        slots[slot] = (long) hash << Integer.SIZE | append(encoded, row);
        size++;
        if (size * 2 > slots.length) {
            rehash();
        }
        return NO_ROW;
    }

    boolean contains(String key) {
        return contains(key.getBytes(StandardCharsets.UTF_8));
    }

    private boolean contains(byte[] key) {
        return slots[slot(key, hash(key))] != 0;
    }

    boolean isSubsetOf(KeySet other) {
        for (int position = HEAD; position < entries.position(); position = next(position)) {
            if (!other.contains(key(position))) {
                return false;
            }
        }
        return true;
    }

    /** Visits all keys in the order in which they were put. */
    void forEach(Consumer<String> visitor) {
        for (int position = HEAD; position < entries.position(); position = next(position)) {
            visitor.accept(new String(key(position), StandardCharsets.UTF_8));
        }
    }

    private int next(int position) {
        return position + length(position) + HEAD;
    }

    private int length(int position) {
        return entries.getInt(position - Integer.BYTES);
    }

    private byte[] key(int position) {
        return Arrays.copyOfRange(entries.array(), position, position + length(position));
    }

    private int append(byte[] key, int row) {
        int end = Math.addExact(entries.position(), HEAD + key.length);
        if (end > entries.capacity()) {
            int capacity = (int) Math.max(end, Math.min(entries.capacity() * 2L, Integer.MAX_VALUE - 8));
            entries = ByteBuffer.allocate(capacity).put(entries.flip());
        }
        entries.putInt(row).putInt(key.length).put(key);
        return end - key.length;
    }

    /** The slot that holds the key, or the free one where it belongs. */
    private int slot(byte[] key, int hash) {
        int slot = hash & slots.length - 1;
        while (slots[slot] != 0 && !isAt(slots[slot], key, hash)) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private boolean isAt(long slot, byte[] key, int hash) {
        int position = (int) slot;
        return (int) (slot >>> Integer.SIZE) == hash
                && length(position) == key.length
                && Arrays.equals(entries.array(), position, position + key.length, key, 0, key.length);
    }

    private void rehash() {
        long[] old = slots;
        slots = new long[old.length * 2];
        for (long filled : old) {
            if (filled != 0) {
                int slot = (int) (filled >>> Integer.SIZE) & slots.length - 1;
                while (slots[slot] != 0) {
                    slot = slot + 1 & slots.length - 1;
                }
                slots[slot] = filled;
            }
        }
    }

    /** Spreads the hash of serial numbers, which would else fill neighbouring slots (the last steps of MurmurHash3). */
    private static int hash(byte[] key) {
        int hash = Arrays.hashCode(key);
        hash = (hash ^ hash >>> 16) * 0x85EBCA6B;
        hash = (hash ^ hash >>> 13) * 0xC2B2AE35;
        return hash ^ hash >>> 16;
    }
}
