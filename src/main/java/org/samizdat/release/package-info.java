/**
 * Releases: immutable folders cut from a publication, with everything that is served or harvested. A release is built
 * beside what is served, checked, and then switched to in one step; a server opens one only after its files and its
 * answers were found to be those that were built.
 *
 * <pre>
 * try (Publishing publishing = Publishing.start(Home.at(folder))) {
 *     publishing.publish(source, 3, progress);
 * }
 * try (Release release = Home.at(folder).openCurrent()) {
 *     release.dataset();
 * }
 * </pre>
 */
package org.samizdat.release;
