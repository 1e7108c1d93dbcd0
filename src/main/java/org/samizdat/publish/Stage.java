package org.samizdat.publish;

/** The steps of publishing, in order. */
public enum Stage {
    IDENTIFYING("Computing the id"),
    LOADING("Loading the store"),
    COMPARING("Counting what was loaded"),
    SYNCING("Writing through to the disk"),
    DESCRIBING("Writing the manifest"),
    VERIFYING("Verifying the release"),
    PLACING("Putting the release in its place"),
    SWITCHING("Switching to the release"),
    PRUNING("Removing old releases");

    private final String label;

    Stage(String label) {
        this.label = label;
    }

    /** What is being done, in words for the user. */
    public String label() {
        return label;
    }

    /** Told how far the work has come; called on the working thread. */
    @FunctionalInterface
    public interface Progress {
        /**
         * Called when a stage begins, and during {@link Stage#LOADING} now and then.
         *
         * @param done how many quads are loaded; 0 when the stage begins
         */
        void at(Stage stage, long done);
    }
}
