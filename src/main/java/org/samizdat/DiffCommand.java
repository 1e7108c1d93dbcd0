package org.samizdat;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.samizdat.diff.ReleaseDiff;
import org.samizdat.release.Home;
import org.samizdat.release.InvalidReleaseException;
import org.samizdat.release.Manifest;
import org.samizdat.release.NoReleaseException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "diff",
        description = "Says what changed between two releases: things and claims added, removed and changed.",
        mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {
    @Mixin
    private Settings.HomeOptions home;

    @Parameters(index = "0", paramLabel = "A", description = "A release: its id, \"current\" or \"previous\".")
    private String older;

    @Parameters(index = "1", paramLabel = "B", description = "The release to compare it with.")
    private String newer;

    @Option(names = "--patch", description = "Write an RDF Patch that makes B of A, instead of text for people.")
    private boolean patch;

    @Override
    public Integer call() throws IOException, InvalidReleaseException {
        Home releases = Home.at(home.home());
        Manifest before = release(releases, older);
        Manifest after = release(releases, newer);
        ReleaseDiff diff = ReleaseDiff.between(releases.quads(before), releases.quads(after));
        if (patch) {
            diff.writePatch(before.id(), after.id(), System.out);
        } else {
            System.out.print(diff.text(after.prefixes()));
        }
        return 0;
    }

    private static Manifest release(Home home, String name) throws InvalidReleaseException {
        String id = home.resolve(name)
                .orElseThrow(() -> new NoReleaseException("There is no release " + name + " in " + home.folder()
                        + "; there are: " + String.join(", ", home.ids()) + "."));
        return home.manifest(id);
    }
}
