package org.samizdat.page;

import java.util.List;

/**
 * The terms of the ontology.
 *
 * @param version may be empty
 * @param otherVersions where they are found
 * @param diagram its classes as they are drawn
 */
record OntologyPage(
        Frame frame,
        String description,
        String version,
        List<Link> otherVersions,
        ClassTree diagram,
        List<Section> sections) {
    /** Terms of one sort. */
    record Section(String title, List<Term> terms) {}

    /**
     * @param id the fragment of its IRI
     * @param used how often the release uses it, and where to see that
     * @param rows what the ontology says of it
     * @param examples statements of the release
     */
    record Term(
            String id,
            String name,
            String iri,
            String definition,
            Symbol symbol,
            Link used,
            List<Facts> rows,
            List<Example> examples) {}

    /** A statement that uses a term; of a class, a thing alone. */
    record Example(Link subject, Link property, Link object) {
        boolean isThing() {
            return object.text().isEmpty();
        }
    }
}
