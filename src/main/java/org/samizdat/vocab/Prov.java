package org.samizdat.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** PROV-O, the W3C provenance ontology. */
public final class Prov {
    public static final String NS = "http://www.w3.org/ns/prov#";

    public static final Node ACTIVITY = NodeFactory.createURI(NS + "Activity");
    public static final Node ENTITY = NodeFactory.createURI(NS + "Entity");
    public static final Node USED = NodeFactory.createURI(NS + "used");
    public static final Node WAS_GENERATED_BY = NodeFactory.createURI(NS + "wasGeneratedBy");
    public static final Node WAS_DERIVED_FROM = NodeFactory.createURI(NS + "wasDerivedFrom");
    public static final Node WAS_ATTRIBUTED_TO = NodeFactory.createURI(NS + "wasAttributedTo");

    private Prov() {}
}
