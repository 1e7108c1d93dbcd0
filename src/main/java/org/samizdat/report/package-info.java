/** The report of {@code samizdat check}: a {@link org.samizdat.check.Survey} as text for a terminal, and as a page. */
package org.samizdat.report;
