package org.samizdat.table;

/** Is told of each row of a table, also of those in which something is wrong. */
interface KeyListener {
    /**
     * A row was read.
     *
     * @param cells the text of each column; null where empty or wrong
     */
    void row(long number, String[] cells);

    /** Some rows could not be read, so that keys are missing. */
    void incomplete();
}
