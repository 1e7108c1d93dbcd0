package org.samizdat.bench.conversion;

import java.util.List;

/** A generated claim; what it does not say is an empty text or an empty list. */
record Claim(
        String id,
        String subject,
        String property,
        Value value,
        String basis,
        List<String> accordingTo,
        String mode,
        String when,
        String place,
        List<String> topics,
        List<String> cites,
        String note) {
    static final List<String> COLUMNS = List.of(
            ("id subject property object value lang basis according_to mode when place topic cites note").split(" "));

    /** What is claimed; all but one of its texts are empty. */
    record Value(String thing, String date, String number, String text, String lang) {
        static Value thing(String id) {
            return new Value(id, "", "", "", "");
        }

        static Value date(String edtf) {
            return new Value("", edtf, "", "", "");
        }

        static Value number(String digits) {
            return new Value("", "", digits, "", "");
        }

        /** @param lang empty for English, which the table's schema has as default */
        static Value text(String text, String lang) {
            return new Value("", "", "", text, lang);
        }
    }

    /** Whether the source says so itself and without reservation. */
    boolean isPlain() {
        return accordingTo.isEmpty() && mode.isEmpty();
    }

    /** The row in the table of claims. */
    List<String> cells() {
        return List.of(
                id,
                subject,
                property,
                value.thing(),
                value.date() + value.number() + value.text(),
                value.lang(),
                basis,
                String.join("|", accordingTo),
                mode,
                when,
                place,
                String.join("|", topics),
                String.join("|", cites),
                note);
    }
}
