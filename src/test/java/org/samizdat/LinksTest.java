package org.samizdat;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Links of README and docs to files and headings of the project lead somewhere. */
class LinksTest {
    private static final Pattern CODE = Pattern.compile("(?ms)^\\s*```.*?^\\s*```|`[^`\\n]*`");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!\\w+:)([^)#\\s]*)(?:#([^)\\s]*))?\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

    @ParameterizedTest
    @MethodSource("org.samizdat.DocumentationIT#pages")
    void leadSomewhere(Path page) throws IOException {
        LINK.matcher(CODE.matcher(Files.readString(page)).replaceAll(""))
                .results()
                .forEach(link -> {
                    Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
                    assertTrue(Files.exists(target), () -> page + " links to " + link.group(1));
                    if (link.group(2) != null) {
                        assertTrue(anchors(target).contains(link.group(2)), () -> page + " links to " + link.group());
                    }
                });
    }

    /** As GitHub and others make them of headings: small letters, hyphens for spaces, no punctuation. */
    private static List<String> anchors(Path page) {
        try {
            return HEADING.matcher(Files.readString(page))
                    .results()
                    .map(heading -> heading.group(1)
                            .toLowerCase(Locale.ROOT)
                            .replaceAll("[^\\p{L}\\p{N} _-]", "")
                            .replace(' ', '-'))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
