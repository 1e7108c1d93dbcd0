package org.samizdat.http;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What every answer of an edition depends on besides its address.
 *
 * @param release the release's id
 * @param since when the release became current
 */
public record Version(String release, Build build, Instant since) {
    /** Strong, since release, build and variant decide every byte: RFC 9110 section 8.8.3. */
    public Validators validators(String variant) {
        Instant modified = since.isAfter(build.modified()) ? since : build.modified();
        return new Validators(
                '"' + release + "-" + build.id() + "-" + variant + '"', modified.truncatedTo(ChronoUnit.SECONDS));
    }
}
