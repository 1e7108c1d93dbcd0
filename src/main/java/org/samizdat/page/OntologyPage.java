package org.samizdat.page;

import java.util.List;

/** The terms of the ontology. */
record OntologyPage(Frame frame, String description, List<Section> sections) {
    /** Terms of one sort. */
    record Section(String title, List<Term> terms) {}

    /** @param id the fragment of its IRI */
    record Term(String id, String name, String iri, String definition, List<Fact> facts) {}
}
