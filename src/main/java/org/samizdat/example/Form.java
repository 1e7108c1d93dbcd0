package org.samizdat.example;

import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.samizdat.vocab.Spex;

/** The forms of a query: by which property an example states its text, and in what kind of file its answer is kept. */
public enum Form {
    SELECT(SHACL.select, "sh:select", ".csv", Query::isSelectType),
    ASK(SHACL.ask, "sh:ask", ".txt", Query::isAskType),
    CONSTRUCT(SHACL.construct, "sh:construct", ".nt", Query::isConstructType),
    DESCRIBE(Spex.DESCRIBE, "spex:describe", ".nt", Query::isDescribeType);

    private final Node property;
    private final String shortName;
    private final String ending;
    private final Predicate<Query> isThis;

    Form(Node property, String shortName, String ending, Predicate<Query> isThis) {
        this.property = property;
        this.shortName = shortName;
        this.ending = ending;
        this.isThis = isThis;
    }

    static Form of(Query query) {
        for (Form form : values()) {
            if (form.isThis.test(query)) {
                return form;
            }
        }
        throw new IllegalArgumentException("Not a form of SPARQL 1.2 query: " + query);
    }

    /** From an example to the text of its query. */
    public Node property() {
        return property;
    }

    /** The property as people write it. */
    String shortName() {
        return shortName;
    }

    /** The ending of a file that holds an answer: {@code .csv}. */
    String ending() {
        return ending;
    }
}
