/**
 * What <a href="https://www.rfc-editor.org/rfc/rfc9110">RFC 9110</a> asks of an answer, whatever it is about: which of the
 * variants a client wants, whether it has it already, which fields go with it, and which problem stands in the way. Nothing
 * here knows of a release's data.
 */
package org.samizdat.http;
