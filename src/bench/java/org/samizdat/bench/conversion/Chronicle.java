package org.samizdat.bench.conversion;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.samizdat.table.Edtf;

/** The nodes that the program written by hand makes. */
final class Chronicle {
    private static final String ID = "https://example.org/chronicle/id/";
    private static final String V = "https://example.org/chronicle/ontology#";
    private static final String SEM = "http://semanticweb.cs.vu.nl/2009/11/sem/";
    static final Node CLAIM = v("Claim");
    static final Node BASIS = v("basis");
    static final Node MODE = v("mode");
    static final Node WHEN = v("when");
    static final Node PLACE = v("place");
    static final Node TOPIC = v("topic");
    static final Node NOTE = v("note");
    static final Node SENTENCE = v("Sentence");
    static final Node PARAGRAPH_NUMBER = v("paragraphNumber");
    static final Node SENTENCE_NUMBER = v("sentenceNumber");
    static final Node ATTRIBUTED = NodeFactory.createURI("http://www.w3.org/ns/prov#wasAttributedTo");
    static final Node DERIVED = NodeFactory.createURI("http://www.w3.org/ns/prov#wasDerivedFrom");
    static final Node EARLIEST_START = NodeFactory.createURI(SEM + "hasEarliestBeginTimeStamp");
    static final Node LATEST_START = NodeFactory.createURI(SEM + "hasLatestBeginTimeStamp");
    static final Node EARLIEST_END = NodeFactory.createURI(SEM + "hasEarliestEndTimeStamp");
    static final Node LATEST_END = NodeFactory.createURI(SEM + "hasLatestEndTimeStamp");
    private static final RDFDatatype EDTF =
            TypeMapper.getInstance().getSafeTypeByName("http://id.loc.gov/datatypes/edtf/EDTF");
    static final Node TYPE = RDF.type.asNode();
    static final Node LABEL = RDFS.label.asNode();
    static final Node DESCRIPTION = DCTerms.description.asNode();
    static final Map<String, Node> KINDS = nodes("Person", "Organisation", "Event", "Work", "Concept", "Place");
    static final Map<String, Node> BASES = nodes("stated", "implied");
    static final Map<String, Node> MODES =
            nodes("denied", "possible", "reported", "intended", "attempted", "expected", "hypothetical");

    private Chronicle() {}

    static Node literal(Edtf date) {
        return NodeFactory.createLiteralDT(
                date.toString(), date.exact().map(Chronicle::xsd).orElse(EDTF));
    }

    private static RDFDatatype xsd(String name) {
        return switch (name) {
            case "date" -> XSDDatatype.XSDdate;
            case "gYear" -> XSDDatatype.XSDgYear;
            default -> XSDDatatype.XSDgYearMonth;
        };
    }

    static Node literal(LocalDate day) {
        return NodeFactory.createLiteralDT(day.toString(), XSDDatatype.XSDdate);
    }

    static Node integer(String digits) {
        return NodeFactory.createLiteralDT(digits, XSDDatatype.XSDinteger);
    }

    static Node english(String text) {
        return NodeFactory.createLiteralLang(text, "en");
    }

    static Node id(String slug) {
        return NodeFactory.createURI(ID + slug);
    }

    static Node v(String name) {
        return NodeFactory.createURI(V + name);
    }

    private static Map<String, Node> nodes(String... names) {
        Map<String, Node> nodes = new HashMap<>();
        for (String name : names) {
            nodes.put(name, v(name));
        }
        return nodes;
    }
}
