package org.samizdat;

import java.io.IOException;
import java.util.List;
import org.samizdat.diff.ReleaseDiff;
import org.samizdat.release.Home;
import org.samizdat.release.InvalidReleaseException;
import org.samizdat.release.Manifest;
import org.samizdat.release.NoReleaseException;

final class DiffCommand {
    private static final Setting PATCH =
            Setting.flag("patch", "Write an RDF Patch that makes B of A, instead of text for people.");

    static final Command COMMAND = new Command(
            "diff",
            "Says what changed between two releases, each named by its id, \"current\" or \"previous\": things and claims added, removed and changed.",
            List.of(Settings.HOME, PATCH),
            List.of("A", "B"),
            DiffCommand::run);

    private DiffCommand() {}

    private static int run(Arguments given) throws IOException, InvalidReleaseException {
        Home releases = Home.at(given.path(Settings.HOME));
        Manifest before = release(releases, given.operands().getFirst());
        Manifest after = release(releases, given.operands().getLast());
        ReleaseDiff diff = ReleaseDiff.between(releases.quads(before), releases.quads(after));
        if (given.has(PATCH)) {
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
