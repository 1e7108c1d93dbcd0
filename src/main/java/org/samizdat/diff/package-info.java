/** What differs between two files of sorted N-Quads, for people and as RDF Patch. */
package org.samizdat.diff;
