package org.samizdat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.text.StringEscapeUtils;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samizdat.document.Addresses;
import org.samizdat.release.Home;
import org.samizdat.release.Release;
import org.samizdat.web.ServerFixture;

/** Follows every link from the front page: none is dead, no fragment is missing, and they lead to every thing. */
class CrawlIT {
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]*)\"");
    private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");

    @TempDir
    private Path folder;

    /** What a page at an address links to, and the fragments that it has. */
    private record Page(Set<URI> links, Set<String> fragments) {}

    @ParameterizedTest
    @ValueSource(strings = {"src/main/publication", "src/test/publications/garden"})
    void everyLinkLeadsSomewhereAndEveryThingIsReached(String publication) throws Exception {
        Home home = Home.at(folder);
        assertEquals(0, Samizdat.run("publish", "--publication", publication, "--home", folder.toString()));
        Set<String> things = things(home);
        try (ServerFixture server = ServerFixture.start(home)) {
            Map<URI, Page> pages = crawl(server);
            pages.forEach((address, page) -> page.links().forEach(link -> hasFragment(address, link, pages)));
            things.removeAll(pages.keySet().stream().map(URI::getRawPath).collect(Collectors.toSet()));
        }
        assertTrue(things.isEmpty(), "not reached: " + things);
    }

    /** The paths of the documents of all things. */
    private static Set<String> things(Home home) {
        try (Release release = home.openCurrent()) {
            Addresses addresses = new Addresses(release.manifest().base());
            Set<String> things = new TreeSet<>();
            Txn.executeRead(
                    release.dataset(),
                    () -> release.dataset().getDefaultGraph().find().forEach(triple -> addresses
                            .name(triple.getSubject())
                            .ifPresent(name -> things.add("/" + Addresses.documentPath(name)))));
            return things;
        }
    }

    private static Map<URI, Page> crawl(ServerFixture server) {
        Map<URI, Page> pages = new LinkedHashMap<>();
        Deque<URI> next = new ArrayDeque<>(Set.of(server.address()));
        while (!next.isEmpty()) {
            URI address = next.pop();
            if (!pages.containsKey(address)) {
                Page page = page(server, address);
                pages.put(address, page);
                page.links().stream().map(CrawlIT::bare).forEach(next::add);
            }
        }
        return pages;
    }

    private static Page page(ServerFixture server, URI address) {
        String path = address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
        HttpResponse<String> response = server.get(path, "Accept", "text/html, */*;q=0.1");
        assertEquals(200, response.statusCode(), path);
        Set<URI> links = new TreeSet<>();
        Set<String> fragments = new TreeSet<>();
        if (response.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
            LINK.matcher(response.body())
                    .results()
                    .map(link -> address.resolve(StringEscapeUtils.unescapeHtml4(link.group(1))))
                    .filter(link -> address.getAuthority().equals(link.getAuthority()))
                    .forEach(links::add);
            ID.matcher(response.body()).results().map(id -> id.group(1)).forEach(fragments::add);
        }
        return new Page(links, fragments);
    }

    private static URI bare(URI link) {
        String text = link.toString();
        int hash = text.indexOf('#');
        return hash < 0 ? link : URI.create(text.substring(0, hash));
    }

    private static void hasFragment(URI from, URI link, Map<URI, Page> pages) {
        if (link.getFragment() != null) {
            assertTrue(
                    pages.get(bare(link)).fragments().contains(link.getFragment()),
                    "missing: " + link + " from " + from);
        }
    }
}
