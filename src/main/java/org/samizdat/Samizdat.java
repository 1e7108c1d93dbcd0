package org.samizdat;

/** The command line. */
public final class Samizdat {
    private Samizdat() {}

    public static void main(String[] args) {
        System.out.println("hello   " + Runtime.version());
    }
}
