package org.samizdat.publication;

/** Told how far a long run has come. Whoever starts the run decides how to show it. */
public interface Progress {
    /** For whoever does not want to know. */
    Progress SILENT = new Progress() {
        @Override
        public void begin(String step, long size) {}

        @Override
        public void advance(long amount) {}

        @Override
        public void end() {}
    };

    /**
     * A step begins; the one before it has ended.
     *
     * @param step what is done, as a short phrase such as "Reading tables"
     * @param size how much there is to do, in any unit; 0 where that is not known
     */
    void begin(String step, long size);

    /** So much more of the step is done. May be called by several threads. */
    void advance(long amount);

    /** The last step has ended. */
    void end();
}
