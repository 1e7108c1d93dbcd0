/**
 * What a publisher brings: {@code publication.ttl}, the tables, mappings and RDF files, the ontology and its shapes, and
 * the names that were retired. See {@code docs/publication.md}.
 */
package org.samizdat.publication;
