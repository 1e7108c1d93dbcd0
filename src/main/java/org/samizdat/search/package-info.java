/**
 * Finding things by their names and descriptions. {@code TextIndexer} writes an index beside the store while a release is
 * loaded, and {@code TextIndex} is asked for hits, for suggestions, and for lists in order of names, whatever the size of the
 * release. Both see words through {@code WordFolding}.
 */
package org.samizdat.search;
