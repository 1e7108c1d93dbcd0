/**
 * A publication that was converted and checked, with all that is made anew for each release: inferred triples, names for blank
 * nodes, VoID and provenance.
 */
package org.samizdat.draft;
