package org.samizdat.query;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.apache.jena.query.Query;
import org.samizdat.guard.Cancellation;
import org.samizdat.http.HttpProblem;

/**
 * What a client asks by the SPARQL 1.1 Protocol, section 2.1, in whichever of the three ways. Two that are equal have
 * equal answers, if they accept the same.
 *
 * @param query its text
 * @param defaultGraphs IRIs that take the place of the query's FROM
 * @param namedGraphs IRIs that take the place of the query's FROM NAMED
 * @param format the name of a format, which decides before the Accept field does
 */
record SparqlRequest(String query, List<String> defaultGraphs, List<String> namedGraphs, Optional<String> format) {
    private static final int BYTES_OF_IDENTITY = 16;

    /**
     * The query, with the dataset of the request: section 2.1.4 of the protocol.
     *
     * @throws HttpProblem if it is not a query of SPARQL 1.2
     */
    Query parse(QueryData data, Cancellation cancellation) {
        Query parsed = new QueryText(query).parse(data.base(), data.prefixes(), cancellation);
        if (!defaultGraphs.isEmpty() || !namedGraphs.isEmpty()) {
            parsed.getGraphURIs().clear();
            parsed.getNamedGraphURIs().clear();
            defaultGraphs.forEach(parsed::addGraphURI);
            namedGraphs.forEach(parsed::addNamedGraphURI);
        }
        return parsed;
    }

    /** As it stands in an address, save the format. */
    String parameters() {
        StringJoiner parameters = new StringJoiner("&");
        parameters.add("query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
        defaultGraphs.forEach(
                graph -> parameters.add("default-graph-uri=" + URLEncoder.encode(graph, StandardCharsets.UTF_8)));
        namedGraphs.forEach(
                graph -> parameters.add("named-graph-uri=" + URLEncoder.encode(graph, StandardCharsets.UTF_8)));
        return parameters.toString();
    }

    /**
     * Two requests of the same identity have, of the same release, the same answer byte for byte, unless their queries have
     * another answer each time.
     *
     * @param parsed what {@link #parse} made of the query
     * @param format which format the answer has
     */
    String identity(Query parsed, ResultFormat.Chosen format) {
        MessageDigest digest = sha256();
        add(digest, format.contentType());
        add(digest, parsed.getBaseURI());
        addAll(digest, defaultGraphs);
        addAll(digest, namedGraphs);
        if (format.format() == ResultFormat.HTML) {
            // The page shows the query as it was written.
            add(digest, query);
        }
        QueryTokens.read(query, parsed, token -> add(digest, token));
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES_OF_IDENTITY);
    }

    private static void addAll(MessageDigest digest, List<String> texts) {
        add(digest, Integer.toString(texts.size()));
        texts.forEach(text -> add(digest, text));
    }

    /** With its length, so that no two rows of texts look alike. */
    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256.", e);
        }
    }
}
