/**
 * Releases: immutable folders cut from a publication, with everything that is served or harvested. Building, checking,
 * opening, switching and comparing them.
 */
package org.samizdat.release;
