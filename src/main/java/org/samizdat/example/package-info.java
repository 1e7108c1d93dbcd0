/**
 * The example queries of a publication: they are published with it, and each must give the answer that is kept beside it
 * before anything is published.
 */
package org.samizdat.example;
