/**
 * Releases: immutable folders cut from a publication, with everything that is served or harvested. One is opened only after its
 * files and its answers were found to be those that were built.
 *
 * <pre>
 * try (Release release = Home.at(folder).openCurrent()) {
 *     release.dataset();
 * }
 * </pre>
 */
package org.samizdat.release;
