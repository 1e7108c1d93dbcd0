package org.samizdat.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.zip.CRC32C;
import org.samizdat.document.Addresses;

/** The pages for people, made from the templates in {@code src/main/jte}, and their style sheet. */
final class Templates {
    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, Templates.class.getPackageName());
    private static final byte[] STYLE = resource("samizdat.css");

    private Templates() {}

    /** @param model what the template declares as {@code page} */
    static byte[] render(String template, Object model) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        TEMPLATES.render(template + ".jte", model, output);
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(output.getContentLength());
            output.writeTo(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] style() {
        return STYLE;
    }

    /** Changes with the content, so that the style sheet may be kept for ever. */
    static String stylePath() {
        CRC32C sum = new CRC32C();
        sum.update(STYLE);
        return Addresses.STYLE + HexFormat.of().toHexDigits((int) sum.getValue()) + ".css";
    }

    private static byte[] resource(String name) {
        try (InputStream in = Templates.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
