/**
 * Tables: rows of typed cells read from CSV by their CSVW metadata, and the problems found in them. Knows nothing of RDF.
 */
package org.samizdat.table;
