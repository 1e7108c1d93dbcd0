package org.samizdat.mapping;

/** Hears how far a conversion has come. Called by one thread. */
public interface Progress {
    /** For those who do not want to know. */
    Progress NONE = new Progress() {
        @Override
        public void begin(String source, long bytes) {}

        @Override
        public void rows(long count) {}
    };

    /**
     * A table or RDF file is about to be read.
     *
     * @param source its file name
     * @param bytes its size
     */
    void begin(String source, long bytes);

    /** So many rows of the table were read since the last call. */
    void rows(long count);
}
