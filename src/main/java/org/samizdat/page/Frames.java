package org.samizdat.page;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.samizdat.document.About;
import org.samizdat.document.Addresses;
import org.samizdat.http.HttpProblem;
import org.samizdat.http.Variant;
import org.samizdat.release.History;

/** Makes what stands around the content of every page of a release. */
final class Frames {
    private final Imprint imprint;
    private final About about;
    private final History history;

    Frames(Imprint imprint, History history) {
        this.imprint = imprint;
        this.about = imprint.about();
        this.history = history;
    }

    /**
     * @param permanent the canonical IRI of what the page is about; may be empty
     * @param document path of the document whose formats are listed; empty for none
     */
    Frame frame(String title, String root, String permanent, String document) {
        return frame(
                title,
                root,
                permanent,
                document.isEmpty() ? permanent : about.addresses().base() + document,
                document.isEmpty() ? List.of() : formats(root + document),
                history.of(permanent).stream().map(event -> past(event, root)).toList(),
                permanent.isEmpty() ? Optional.empty() : Optional.of(imprint.cite(title, permanent)));
    }

    /**
     * Of a query. It is cited as it is asked of this release.
     *
     * @param path of the query, relative to the root
     * @param formats of its result
     */
    Frame query(String title, String root, String path, List<Frame.Format> formats) {
        String address = about.addresses().base() + path;
        return frame(
                title,
                root,
                address,
                address,
                formats,
                List.of(),
                Optional.of(imprint.cite(title, address + "?release=" + about.release())));
    }

    /** Described as the publication is, until it is described otherwise. */
    private Frame frame(
            String title,
            String root,
            String permanent,
            String address,
            List<Frame.Format> formats,
            List<Frame.Past> past,
            Optional<Citation> citation) {
        return new Frame(
                title,
                about.description(),
                about.title(),
                root,
                license(root),
                release(about.release(), root),
                about.modified().toString(),
                permanent,
                address,
                formats,
                past,
                "",
                citation);
    }

    /** Of what went wrong; it may be that nothing is known of any release. */
    static Frame problem(HttpProblem problem, String root) {
        return new Frame(
                problem.title(),
                "",
                problem.title(),
                root,
                Link.to("", ""),
                Link.to("", ""),
                "",
                "",
                "",
                List.of(),
                List.of(),
                "",
                Optional.empty());
    }

    private static List<Frame.Format> formats(String document) {
        return Variant.ALL.stream()
                .filter(variant -> variant != Variant.HTML)
                .map(variant -> new Frame.Format(
                        variant.label(), variant.mediaType(), Addresses.variantPath(document, variant)))
                .toList();
    }

    private Frame.Past past(History.Event event, String root) {
        boolean first = event.step() == history.steps().getFirst();
        return new Frame.Past(
                LocalDate.ofInstant(event.step().since(), ZoneOffset.UTC),
                release(event.step().release(), root),
                event.kind()
                        .map(News::word)
                        .orElse(first ? "part of the first release" : "not compared with the release before"));
    }

    private Link release(String id, String root) {
        String address =
                about.addresses().link(about.addresses().release(id), root).orElse("");
        return Link.to(id, address);
    }

    private Link license(String root) {
        return about.license()
                .map(node -> Link.to(
                        Licenses.name(node), about.addresses().link(node, root).orElse("")))
                .orElse(Link.to("", ""));
    }
}
