package org.samizdat.bench;

import java.io.IOException;

/** Programs that some parts need besides Java. */
public enum Tool {
    WRK("wrk", "wrk", "--version"),
    H2LOAD("h2load", "nghttp2-client", "--version"),
    NGINX("nginx", "nginx-light", "-v");

    private final String command;
    private final String debianPackage;
    private final String version;

    Tool(String command, String debianPackage, String version) {
        this.command = command;
        this.debianPackage = debianPackage;
        this.version = version;
    }

    /** @throws CannotMeasureException if it is not installed */
    public void require() throws InterruptedException {
        try {
            new ProcessBuilder(command, version)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException absent) {
            throw new CannotMeasureException(
                    command + " is not installed; on Debian: apt-get install " + debianPackage + ".");
        }
    }
}
