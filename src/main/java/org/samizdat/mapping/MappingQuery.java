package org.samizdat.mapping;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.samizdat.table.Column;
import org.samizdat.table.Problem;
import org.samizdat.table.Problems;

/**
 * A mapping that was read and found to keep the rules: it can do nothing but turn a row into triples, always into the same.
 * Immutable, so that each thread can make its own {@link RowMapping} from it.
 *
 * @param file its name in messages
 * @param query a CONSTRUCT query
 * @param columns those of the table that it is for
 */
record MappingQuery(Path file, Query query, List<Column> columns) {
    /** The variable that holds the number of the row in its file. */
    static final String ROWNUM = "ROWNUM";

    /**
     * Reads a mapping.
     *
     * @param base the base IRI of the query, so that nothing depends on the folder in which the program runs
     * @return the mapping, or nothing when problems were found and added
     */
    static Optional<MappingQuery> read(Path file, List<Column> columns, String base, Problems problems) {
        try {
            String text = Files.readString(file);
            Query query = QueryFactory.parse(new Query(), text, base, Syntax.syntaxSPARQL_12);
            MappingQuery mapping = new MappingQuery(file, query, List.copyOf(columns));
            List<Problem> faults = new MappingRules(mapping, QueryText.of(text)).check();
            problems.addAll(faults);
            return faults.isEmpty() ? Optional.of(mapping) : Optional.empty();
        } catch (QueryParseException e) {
            problems.add(unreadable(file, e));
        } catch (CharacterCodingException e) {
            problems.add(Problem.inFile(file.toString(), "This mapping is not UTF-8; save it in that encoding."));
        } catch (QueryException | IOException e) {
            problems.add(Problem.inFile(
                    file.toString(), "This mapping cannot be read: " + QueryFault.oneLine(e.getMessage())));
        }
        return Optional.empty();
    }

    private static Problem unreadable(Path file, QueryParseException e) {
        QueryFault fault = QueryFault.of(e);
        return new Problem(
                file.toString(), fault.line(), fault.column(), "This is not a SPARQL 1.2 query: " + fault.reason());
    }
}
