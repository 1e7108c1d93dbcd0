/** Asks for the documents and pages of things, beside nginx with files and stock Fuseki with DESCRIBE. */
package org.samizdat.bench.document;
