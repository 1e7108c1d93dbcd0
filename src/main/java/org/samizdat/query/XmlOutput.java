package org.samizdat.query;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.samizdat.http.HttpProblem;

/** XML in UTF-8. XML 1.0, section 2.2, has no control characters, not even escaped, but literals of RDF may have some. */
final class XmlOutput extends FilterOutputStream {
    XmlOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        check(b);
        out.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            check(bytes[i]);
        }
        out.write(bytes, offset, length);
    }

    private static void check(int b) {
        if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t') {
            throw HttpProblem.of(
                            406, "Not acceptable", "The result has a control character in it, which XML cannot say.")
                    .advising("Ask for another format, such as JSON or Turtle.");
        }
    }
}
