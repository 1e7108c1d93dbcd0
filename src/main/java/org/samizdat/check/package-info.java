/**
 * What must hold before anything is published: the {@link org.samizdat.check.ShaclGate}; and what a curator should look at:
 * a {@link org.samizdat.check.Survey} of what each sentence of a source supports, and of what the {@link org.samizdat.check.Rule}s find.
 */
package org.samizdat.check;
