package org.samizdat.guard;

/** A text to be searched by a regular expression, which reads it character by character and may never end. */
final class GuardedText implements CharSequence {
    private static final int INTERVAL = 1 << 12;

    private final CharSequence text;
    private final Cancellation cancellation;
    private int reads;

    GuardedText(CharSequence text, Cancellation cancellation) {
        this.text = text;
        this.cancellation = cancellation;
    }

    @Override
    public char charAt(int index) {
        if (++reads % INTERVAL == 0) {
            cancellation.check();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
