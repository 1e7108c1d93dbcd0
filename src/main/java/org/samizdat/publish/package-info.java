/**
 * Making a release of sorted N-Quads: it is built beside what is served, in a folder of its own, checked, and then switched to in
 * one step. Whatever goes wrong, what is served stays as it is.
 *
 * <pre>
 * try (Publishing publishing = Publishing.start(Home.at(folder))) {
 *     publishing.publish(source, 3, progress);
 * }
 * </pre>
 */
package org.samizdat.publish;
