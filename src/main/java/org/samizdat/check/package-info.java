/**
 * What must hold before anything is published: the SHACL gate, and the report of what each sentence of a source supports.
 */
package org.samizdat.check;
