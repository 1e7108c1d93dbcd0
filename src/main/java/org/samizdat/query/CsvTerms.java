package org.samizdat.query;

import java.util.Iterator;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;

/**
 * Terms as they are in CSV: SPARQL 1.2 Query Results CSV and TSV Formats, section 3.2. Jena's writer leaves the {@code _:} of
 * blank nodes away, and writes a question mark for a triple term; so it gets these as texts.
 */
final class CsvTerms {
    private CsvTerms() {}

    /** The same rows, with texts in the place of blank nodes and triple terms. */
    static RowSet asTexts(RowSet rows) {
        return RowSetStream.create(rows.getResultVars(), Iter.map(rows, CsvTerms::asTexts));
    }

    private static Binding asTexts(Binding row) {
        boolean asIs = true;
        for (Iterator<Var> variables = row.vars(); asIs && variables.hasNext(); ) {
            asIs = isWrittenWell(row.get(variables.next()));
        }
        return asIs ? row : rewritten(row);
    }

    private static boolean isWrittenWell(Node term) {
        return term.isURI() || term.isLiteral();
    }

    private static Binding rewritten(Binding row) {
        BindingBuilder texts = Binding.builder();
        row.forEach((variable, term) ->
                texts.add(variable, isWrittenWell(term) ? term : NodeFactory.createLiteralString(text(term))));
        return texts.build();
    }

    private static String text(Node term) {
        if (term.isTripleTerm()) {
            Triple triple = term.getTriple();
            return "<<( " + text(triple.getSubject()) + " " + text(triple.getPredicate()) + " "
                    + object(triple.getObject()) + " )>>";
        }
        if (term.isLiteral()) {
            return term.getLiteralLexicalForm();
        }
        return term.isURI() ? term.getURI() : NodeFmtLib.strNT(term);
    }

    private static String object(Node term) {
        return term.isLiteral() ? '"' + text(term).replace("\"", "\"\"") + '"' : text(term);
    }
}
