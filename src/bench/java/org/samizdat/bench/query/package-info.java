/** Asks a release by SPARQL, beside stock Fuseki on a copy of its store. */
package org.samizdat.bench.query;
