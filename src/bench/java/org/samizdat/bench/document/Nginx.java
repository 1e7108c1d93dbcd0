package org.samizdat.bench.document;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.samizdat.bench.FolderTree;
import org.samizdat.bench.Server;

/** nginx with one worker, set up to serve small files as fast as it can: no log, files kept open, connections kept. */
final class Nginx {
    static final String NAME = "nginx";

    private static final Path TEMPLATE = Path.of("src/bench/nginx/nginx.conf");
    /** What nginx makes itself, of a file. */
    private static final Set<String> OWN =
            Set.of("content-length", "content-type", "date", "etag", "last-modified", "server", "location");

    private final Path folder;
    private final StringBuilder locations = new StringBuilder();

    /** @param folder for files and configuration; emptied */
    Nginx(Path folder) throws IOException {
        this.folder = folder.toAbsolutePath();
        FolderTree.delete(folder);
        Files.createDirectories(folder.resolve("files"));
    }

    /** Adds a folder whose files are sent with these header fields. */
    Nginx folder(String name, HttpHeaders fields) throws IOException {
        Files.createDirectories(folder.resolve("files").resolve(name));
        locations.append("location /%s/ { types {} default_type '%s'; %s }\n"
                .formatted(name, fields.firstValue("Content-Type").orElse(""), directives(fields)));
        return this;
    }

    /** Adds a file below such a folder. */
    void file(String path, byte[] content) throws IOException {
        Files.write(folder.resolve("files").resolve(path), content);
    }

    /** Answers all addresses below a path with 303 to the same name below another, with these header fields. */
    Nginx redirect(String from, String to, HttpHeaders fields) {
        locations.append("location ~ ^/%s/(.*)$ { %s return 303 %s/$1; }\n".formatted(from, directives(fields), to));
        return this;
    }

    private static String directives(HttpHeaders fields) {
        return fields.map().entrySet().stream()
                .filter(field -> !OWN.contains(field.getKey().toLowerCase(Locale.ROOT)))
                .map(Nginx::directives)
                .collect(Collectors.joining(" "));
    }

    private static String directives(Map.Entry<String, List<String>> field) {
        return field.getValue().stream()
                .map(value -> "add_header %s '%s';"
                        .formatted(field.getKey(), value.replace("\\", "\\\\").replace("'", "\\'")))
                .collect(Collectors.joining(" "));
    }

    Server start() throws IOException {
        int port = Server.freePort();
        Path configuration = folder.resolve("nginx.conf");
        String text = Files.readString(TEMPLATE)
                .replace("@USER@", System.getProperty("user.name"))
                .replace("@FOLDER@", folder.toString())
                .replace("@PORT@", Integer.toString(port))
                .replace("@LOCATIONS@", locations);
        Files.writeString(configuration, text);
        return Server.start(
                NAME,
                List.of("nginx", "-p", folder.toString(), "-c", configuration.toString()),
                Map.of(),
                port,
                folder.resolve("nginx.log"));
    }
}
