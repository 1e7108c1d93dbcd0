package org.samizdat.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.samizdat.document.Addresses;
import org.samizdat.http.Answer;
import org.samizdat.http.Version;

/** What pages are shown with. The addresses change with the content, so that each may be kept for ever. */
enum Assets {
    ICON("icon.svg", "image/svg+xml"),
    STYLE("samizdat.css", "text/css;charset=utf-8"),
    SEARCH("search.js", "text/javascript;charset=utf-8"),
    NETWORK("network.js", "text/javascript;charset=utf-8"),
    EDITOR("query.js", "text/javascript;charset=utf-8"),
    YASQE("/META-INF/resources/webjars/zazuko__yasqe/4.5.0/build/yasqe.min.js", "text/javascript;charset=utf-8"),
    YASQE_STYLE("/META-INF/resources/webjars/zazuko__yasqe/4.5.0/build/yasqe.min.css", "text/css;charset=utf-8"),
    CYTOSCAPE("/META-INF/resources/webjars/cytoscape/3.33.1/dist/cytoscape.min.js", "text/javascript;charset=utf-8");

    private final String path;
    private final Answer answer;

    Assets(String resource, String contentType) {
        byte[] bytes = read(resource);
        path = Addresses.STYLE + Version.checksum(bytes) + resource.substring(resource.lastIndexOf('.'));
        answer = Answer.lasting(contentType, bytes);
    }

    private static byte[] read(String resource) {
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it lies, relative to the root. */
    String path() {
        return path;
    }

    /** What lies at a path relative to the root, if it is one of these. */
    static Optional<Answer> at(String path) {
        return Stream.of(values())
                .filter(asset -> asset.path.equals(path))
                .map(asset -> asset.answer)
                .findFirst();
    }
}
