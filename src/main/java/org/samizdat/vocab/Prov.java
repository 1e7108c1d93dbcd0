package org.samizdat.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** PROV-O, the W3C provenance ontology. */
public final class Prov {
    public static final String NS = "http://www.w3.org/ns/prov#";

    public static final Node ENTITY = term("Entity");
    public static final Node ACTIVITY = term("Activity");
    public static final Node SOFTWARE_AGENT = term("SoftwareAgent");
    public static final Node WAS_DERIVED_FROM = term("wasDerivedFrom");
    public static final Node WAS_ATTRIBUTED_TO = term("wasAttributedTo");
    public static final Node WAS_REVISION_OF = term("wasRevisionOf");
    public static final Node WAS_GENERATED_BY = term("wasGeneratedBy");
    public static final Node WAS_ASSOCIATED_WITH = term("wasAssociatedWith");
    public static final Node USED = term("used");
    public static final Node ALTERNATE_OF = term("alternateOf");
    public static final Node GENERATED_AT_TIME = term("generatedAtTime");
    public static final Node ENDED_AT_TIME = term("endedAtTime");

    private Prov() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NS + name);
    }
}
