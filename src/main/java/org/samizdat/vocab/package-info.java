/** Names: one final class for each namespace that the engine itself writes or reads and Jena does not have. */
package org.samizdat.vocab;
