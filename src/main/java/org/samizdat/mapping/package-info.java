/**
 * From tables to triples: a SPARQL CONSTRUCT query is run once for each row, RDF files are read beside it, and both are held
 * to the same rules for terms. What comes out is sorted, free of blank nodes and the same on every machine.
 *
 * <pre>{@code
 * Conversion.Result result = new Conversion(publication, ontology, threads, progress).run(folder, problems);
 * problems.throwIfAny();
 * }</pre>
 */
package org.samizdat.mapping;
