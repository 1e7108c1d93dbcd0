package org.samizdat.http;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.zip.CRC32C;

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

    /** The same of a body that tells of other releases too, which may be others elsewhere: its checksum is in the tag. */
    public Validators validators(String variant, byte[] body) {
        return validators(variant + "-" + checksum(body));
    }

    /** Tells bytes that differ apart: eight hexadecimal digits. */
    public static String checksum(byte[] bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes);
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }
}
