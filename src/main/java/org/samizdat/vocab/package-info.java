/**
 * Names: one final class for each namespace that the engine itself writes or reads and Jena does not have, and the choice among
 * the labels of a thing.
 */
package org.samizdat.vocab;
