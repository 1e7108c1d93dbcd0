package org.samizdat.publication;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.VOID;
import org.apache.jena.vocabulary.XSD;
import org.samizdat.vocab.Pav;
import org.samizdat.vocab.Prov;
import org.samizdat.vocab.Vann;

/** The prefixes that every written file may use. */
final class Prefixes {
    private static final Map<String, String> STANDARD = Map.ofEntries(
            Map.entry("dcat", DCAT.getURI()),
            Map.entry("dcterms", DCTerms.getURI()),
            Map.entry("edtf", "http://id.loc.gov/datatypes/edtf/"),
            Map.entry("foaf", "http://xmlns.com/foaf/0.1/"),
            Map.entry("owl", OWL.getURI()),
            Map.entry("pav", Pav.NS),
            Map.entry("prov", Prov.NS),
            Map.entry("rdf", RDF.getURI()),
            Map.entry("rdfs", RDFS.getURI()),
            Map.entry("schema", "https://schema.org/"),
            Map.entry("sem", "http://semanticweb.cs.vu.nl/2009/11/sem/"),
            Map.entry("sh", "http://www.w3.org/ns/shacl#"),
            Map.entry("skos", SKOS.getURI()),
            Map.entry("vann", Vann.NS),
            Map.entry("void", VOID.getURI()),
            Map.entry("wd", "http://www.wikidata.org/entity/"),
            Map.entry("xsd", XSD.getURI()));

    private Prefixes() {}

    /** The standard prefixes, {@code id:} for the things below the base, and the publication's own, which win. */
    static SortedMap<String, String> with(String base, Map<String, String> own) {
        SortedMap<String, String> all = new TreeMap<>(STANDARD);
        all.put("id", base + "id/");
        all.putAll(own);
        return Collections.unmodifiableSortedMap(all);
    }
}
