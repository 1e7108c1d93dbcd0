package org.samizdat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.samizdat.http.Build;

/** The version of the software: that of the project, and which build of it this is. */
final class Version {
    private static final String FILE = "version.properties";

    static String text() {
        try (InputStream in = Version.class.getResourceAsStream(FILE)) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version") + " (build "
                    + Build.running().id() + ")";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Version() {}
}
