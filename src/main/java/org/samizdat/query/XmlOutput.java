package org.samizdat.query;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.samizdat.http.HttpProblem;

/**
 * XML in UTF-8. XML 1.0, section 2.2, has no control characters, not even as references like {@code &#1;} (section 4.1),
 * but literals of RDF may have some, and Jena writes them.
 */
final class XmlOutput extends FilterOutputStream {
    private static final String REFERENCE = "&#x";

    /** How much of {@link #REFERENCE} has been written. */
    private int matched;

    private int referred;

    XmlOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        check((byte) b);
        out.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            check(bytes[i]);
        }
        out.write(bytes, offset, length);
    }

    private void check(byte b) {
        if (matched == REFERENCE.length()) {
            readReference(b);
        } else if (b == REFERENCE.charAt(matched)) {
            matched++;
        } else {
            matched = 0;
            checkCharacter(b < 0 ? ' ' : b);
        }
    }

    private void readReference(byte b) {
        if (b == ';') {
            checkCharacter(referred);
            matched = 0;
            referred = 0;
        } else {
            referred = referred * 16 + Character.digit(b, 16);
        }
    }

    private static void checkCharacter(int character) {
        if (character < ' ' && character != '\n' && character != '\r' && character != '\t') {
            throw HttpProblem.of(
                            406, "Not acceptable", "The result has a control character in it, which XML cannot say.")
                    .advising("Ask for another format, such as JSON or Turtle.");
        }
    }
}
