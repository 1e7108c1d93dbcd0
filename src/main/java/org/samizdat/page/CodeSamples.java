package org.samizdat.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Programs that ask a query, ready to be copied: in each language the text of the query is written as that language writes texts.
 */
public record CodeSamples(List<Sample> samples) {
    /** @param language its name, for people */
    public record Sample(String language, String code) {}

    /** What the results come as: what each language reads most easily, and people too. */
    private static final String TABLE = "text/csv";

    private static final String GRAPH = "text/turtle";

    /**
     * @param query its text
     * @param graph whether its result is a graph
     * @param endpoint the address of a SPARQL endpoint
     */
    public static CodeSamples of(String query, boolean graph, String endpoint) {
        String text = query.replace("\r\n", "\n").replace('\r', '\n');
        String type = graph ? GRAPH : TABLE;
        return new CodeSamples(List.of(
                new Sample("curl", curl(text, type, endpoint)),
                new Sample("Python", python(text, type, endpoint)),
                new Sample("R", r(text, type, endpoint)),
                new Sample("JavaScript", javaScript(text, type, endpoint)),
                new Sample("Java", java(text, type, endpoint))));
    }

    /**
     * How to ask a query that has an address and parameters.
     *
     * @param names of the parameters, whose values are left open
     */
    static CodeSamples of(String address, List<String> names, boolean graph) {
        String values = names.stream()
                .map(name -> "  --data-urlencode " + name + "='…' \\\n")
                .collect(Collectors.joining());
        String code = """
                curl --fail-with-body --get --header 'Accept: %s' \\
                %s  %s
                """.formatted(graph ? GRAPH : TABLE, values, shell(address));
        return new CodeSamples(List.of(new Sample("curl", code)));
    }

    private static String curl(String query, String type, String endpoint) {
        return """
                curl --fail-with-body --header 'Accept: %s' \\
                  --data-urlencode query=%s \\
                  %s
                """.formatted(type, shell(query), shell(endpoint));
    }

    /** In single quotes a shell takes everything as it is. */
    private static String shell(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private static String python(String query, String type, String endpoint) {
        String head = """
                from urllib.parse import urlencode
                from urllib.request import Request, urlopen

                query = %s

                request = Request(%s,
                                  data=urlencode({"query": query}).encode(),
                                  headers={"Accept": "%s"})
                """.formatted(pythonText(query), doubleQuoted(endpoint), type);
        return type.equals(GRAPH) ? head + """
                with urlopen(request) as response:
                    print(response.read().decode())
                """ : "import csv\n" + head + """
                with urlopen(request) as response:
                    for row in csv.DictReader(response.read().decode().splitlines()):
                        print(row)
                """;
    }

    private static String pythonText(String text) {
        return "\"\"\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"\"\"";
    }

    private static String r(String query, String type, String endpoint) {
        String head = """
                library(httr)

                query <- %s

                response <- POST(%s, body = list(query = query), encode = "form", accept("%s"))
                stop_for_status(response)
                """.formatted(singleQuoted(query), doubleQuoted(endpoint), type);
        String text = "content(response, as = \"text\", encoding = \"UTF-8\")";
        return head + (type.equals(GRAPH) ? "cat(" + text + ")\n" : "print(read.csv(text = " + text + "))\n");
    }

    /** R's texts may go over several lines. */
    private static String singleQuoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private static String javaScript(String query, String type, String endpoint) {
        return """
                const query = %s;

                const response = await fetch(%s, {
                  method: "POST",
                  headers: { Accept: "%s" },
                  body: new URLSearchParams({ query }),
                });
                if (!response.ok) throw new Error(await response.text());
                console.log(await response.text());
                """.formatted(template(query), doubleQuoted(endpoint), type);
    }

    /** A template literal, in which nothing is to be replaced. */
    private static String template(String text) {
        return "`" + text.replace("\\", "\\\\").replace("`", "\\`").replace("${", "\\${") + "`";
    }

    private static String java(String query, String type, String endpoint) {
        return """
                import java.net.URI;
                import java.net.URLEncoder;
                import java.net.http.HttpClient;
                import java.net.http.HttpRequest;
                import java.net.http.HttpRequest.BodyPublishers;
                import java.net.http.HttpResponse;
                import java.net.http.HttpResponse.BodyHandlers;
                import java.nio.charset.StandardCharsets;

                public class Ask {
                    private static final String QUERY =
                            %s;

                    public static void main(String[] arguments) throws Exception {
                        String form = "query=" + URLEncoder.encode(QUERY, StandardCharsets.UTF_8);
                        HttpRequest request = HttpRequest.newBuilder(URI.create(%s))
                                .header("Accept", "%s")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form))
                                .build();
                        HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
                        if (response.statusCode() != 200) {
                            throw new IllegalStateException(response.body());
                        }
                        System.out.println(response.body());
                    }
                }
                """.formatted(javaText(query), doubleQuoted(endpoint), type);
    }

    /** Line by line: a text block would lose white space at the ends of lines. */
    private static String javaText(String text) {
        return text.lines()
                .map(line -> doubleQuoted(line).replaceFirst("\"$", "\\\\n\""))
                .collect(Collectors.joining("\n            + "));
    }

    /** As Java, JavaScript, Python and R write a line. */
    private static String doubleQuoted(String line) {
        return "\"" + line.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\t") + "\"";
    }

    /** What stands after the question mark for a query to be sent by GET. */
    static String encoded(String query) {
        return URLEncoder.encode(query, StandardCharsets.UTF_8);
    }
}
