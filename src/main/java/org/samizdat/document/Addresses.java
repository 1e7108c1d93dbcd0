package org.samizdat.document;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.samizdat.http.Variant;

/**
 * Every public address: the canonical IRIs, and the paths at which this server answers them. The server answers what
 * stands after the base, so references between its own addresses are relative and hold wherever it runs.
 *
 * @param base the canonical base IRI, ending in {@code /}
 */
public record Addresses(String base) {
    public static final String THING = "id/";
    public static final String DOCUMENT = "doc/";
    public static final String ONTOLOGY = "ontology";
    public static final String BROWSE = "browse";
    public static final String SEARCH = "search";
    public static final String SUGGEST = "suggest";
    public static final String SOURCE = "source/";
    public static final String TIMELINE = "timeline";
    public static final String NETWORK = "network";
    public static final String SPARQL = "sparql";
    public static final String QUERY = "query";
    public static final String HEALTH = "health";
    public static final String STYLE = "style/";
    public static final String WIKIDATA = "wikidata/";
    public static final String LINKSET = "linkset/";
    public static final String CONTEXT = "context/" + JsonContext.NUMBER + ".jsonld";
    public static final String SCHEMA = "schema/";

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** What stands before the id of a release in its name; no name of a publication has a slash in it. */
    private static final String RELEASE = "release/";

    public Node thing(String name) {
        return NodeFactory.createURI(base + THING + name);
    }

    public Node document(String name) {
        return NodeFactory.createURI(base + DOCUMENT + name);
    }

    /** A release as a thing like any other. */
    public Node release(String id) {
        return thing(RELEASE + id);
    }

    public Node ontology() {
        return NodeFactory.createURI(base + ONTOLOGY);
    }

    /** @param path relative to the root */
    public Node at(String path) {
        return NodeFactory.createURI(base + path);
    }

    public Node graph(String name) {
        return NodeFactory.createURI(base + "graph/" + name);
    }

    /** The name of a thing of this publication; empty for any other node. */
    public Optional<String> name(Node node) {
        return local(node, THING).filter(name -> !name.isEmpty());
    }

    /** The fragment of a term of this publication's ontology; empty for any other node. */
    public Optional<String> term(Node node) {
        return local(node, ONTOLOGY + "#");
    }

    /** A path, relative to the root, of the list of things of a class; those of the own ontology go by their fragment. */
    public String browse(Node type) {
        return BROWSE + "?kind=" + URLEncoder.encode(term(type).orElse(type.toString()), StandardCharsets.UTF_8);
    }

    private Optional<String> local(Node node, String space) {
        boolean inside = node.isURI() && node.getURI().startsWith(base + space);
        return inside ? Optional.of(node.getURI().substring(base.length() + space.length())) : Optional.empty();
    }

    /** A path, relative to the root, of a thing's document. */
    public static String documentPath(String name) {
        return DOCUMENT + encode(name);
    }

    /** The address of one variant of a document. */
    public static String variantPath(String document, Variant variant) {
        return variantPath(document, variant, 1);
    }

    /** The address of one page of one variant of a document. */
    public static String variantPath(String document, Variant variant, int page) {
        String query = page == 1
                ? variant.query()
                : variant.query().isEmpty() ? "page=" + page : variant.query() + "&page=" + page;
        return document + "." + variant.suffix() + (query.isEmpty() ? "" : "?" + query);
    }

    /** Where in RDF each page of a document is spoken of. */
    public Node page(String name, int page) {
        return NodeFactory.createURI(document(name).getURI() + "?page=" + page);
    }

    /** From below {@code id/} or {@code doc/} up to the root: names may have slashes in them. */
    public static String root(String name) {
        return up(DOCUMENT + name);
    }

    /** From a path relative to the root up to the root. */
    public static String up(String path) {
        return "../".repeat((int) path.chars().filter(c -> c == '/').count());
    }

    /**
     * Where a page links to for a node: the document of a thing, the ontology's page, or the IRI itself.
     *
     * @param root relative path from the page to the root, empty or ending in {@code /}
     * @return empty where the node is no IRI that a browser should follow
     */
    public Optional<String> link(Node node, String root) {
        Optional<String> own = name(node)
                .map(Addresses::documentPath)
                .or(() -> term(node).map(term -> ONTOLOGY + "#" + encode(term)))
                .map(path -> root + path);
        return own.or(() -> external(node));
    }

    private static Optional<String> external(Node node) {
        boolean web = node.isURI() && node.getURI().matches("(?i)https?://[^\\s\"'<>]+");
        return web ? Optional.of(node.getURI()) : Optional.empty();
    }

    /**
     * The name that a request's path stands for: percent-encoded UTF-8 beyond ASCII and unreserved characters are
     * decoded, all else stays as it came (RFC 3987 section 3.2), since that is how names are written in IRIs.
     */
    public static String decode(String path) {
        if (path.indexOf('%') < 0) {
            return path;
        }
        StringBuilder name = new StringBuilder(path.length());
        int i = 0;
        while (i < path.length()) {
            int end = escapesEnd(path, i);
            if (end == i) {
                name.append(path.charAt(i++));
            } else {
                name.append(decodeRun(path.substring(i, end)));
                i = end;
            }
        }
        return name.toString();
    }

    private static int escapesEnd(String path, int start) {
        int end = start;
        while (end + 2 < path.length()
                && path.charAt(end) == '%'
                && Character.digit(path.charAt(end + 1), 16) >= 0
                && Character.digit(path.charAt(end + 2), 16) >= 0) {
            end += 3;
        }
        return end;
    }

    private static String decodeRun(String escapes) {
        ByteBuffer bytes = ByteBuffer.allocate(escapes.length() / 3);
        for (int i = 0; i < escapes.length(); i += 3) {
            bytes.put((byte) Integer.parseInt(escapes, i + 1, i + 3, 16));
        }
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
            StringBuilder out = new StringBuilder();
            text.codePoints().forEach(c -> append(c, out));
            return out.toString();
        } catch (CharacterCodingException e) {
            return escapes;
        }
    }

    private static void append(int c, StringBuilder out) {
        boolean unreserved = c > 0x9F || Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0;
        if (unreserved) {
            out.appendCodePoint(c);
        } else {
            out.append("%" + HEX.toHexDigits((byte) c));
        }
    }

    /** A name as it stands in a path: what is neither ASCII nor allowed in one is percent-encoded UTF-8. */
    public static String encode(String name) {
        StringBuilder path = new StringBuilder(name.length());
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = b > 0x20 && b < 0x7F && "\"<>\\^`{|}?#".indexOf(b) < 0;
            path.append(plain ? String.valueOf((char) b) : "%" + HEX.toHexDigits(b));
        }
        return path.toString();
    }
}
