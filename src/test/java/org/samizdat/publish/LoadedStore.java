package org.samizdat.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A store as a release has it, made by the same loader, but of any data: nothing looks whether it could be published. */
public final class LoadedStore {
    private LoadedStore() {}

    /**
     * @param folder of which this makes {@code store}, and uses {@code store.nq}
     * @param quads lines of N-Quads, with blank nodes if there are any
     */
    public static Path load(Path folder, List<String> quads) throws IOException {
        Path store = folder.resolve("store");
        StoreLoader.load(ReleaseFixture.source(folder.resolve("store.nq"), quads), store, (stage, done) -> {});
        return store;
    }
}
