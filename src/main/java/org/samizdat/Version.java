package org.samizdat;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of the software, from its jar. */
final class Version implements IVersionProvider {
    static String text() {
        return Optional.ofNullable(Samizdat.class.getPackage().getImplementationVersion())
                .orElse("in development");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"samizdat " + text()};
    }
}
