/** Generates releases, loads them, and starts servers with them, beside stock Jena. */
package org.samizdat.bench.store;
