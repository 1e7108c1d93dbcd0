/**
 * The document of a thing as data: where it lies, what it holds, and its bytes in each format. {@code Addresses} owns the
 * public IRIs and paths; {@code Description} collects what the release says of a thing; {@code Serialisation} writes it.
 */
package org.samizdat.document;
