package org.samizdat.table;

import java.util.Optional;

/** A smallest and a largest value, both included (CSVW 5.11.2, {@code minimum} and {@code maximum}). */
record Range(Optional<String> minimum, Optional<String> maximum) {
    static final Range ANY = new Range(Optional.empty(), Optional.empty());

    boolean isEmpty(Base base) {
        return minimum.isPresent() && maximum.isPresent() && base.compare(minimum.get(), maximum.get()) > 0;
    }

    Optional<String> check(Base base, String value) {
        if (minimum.isPresent() && base.compare(value, minimum.get()) < 0) {
            return Optional.of(Text.quote(value) + " is less than the minimum " + minimum.get() + " of this column.");
        }
        if (maximum.isPresent() && base.compare(value, maximum.get()) > 0) {
            return Optional.of(Text.quote(value) + " is more than the maximum " + maximum.get() + " of this column.");
        }
        return Optional.empty();
    }
}
