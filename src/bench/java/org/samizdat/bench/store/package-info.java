/** Loads, starts and queries a generated release of a million triples, beside stock Jena. */
package org.samizdat.bench.store;
