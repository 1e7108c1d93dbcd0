/** Converts a generated table of claims: by Samizdat, by a program written by hand, and by Carml. */
package org.samizdat.bench.conversion;
