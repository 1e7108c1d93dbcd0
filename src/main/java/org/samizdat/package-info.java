/**
 * The command line: one class for each command. Commands read options, call what does the work, and print.
 *
 * <pre>
 * samizdat publish --publication src/main/publication --home target/samizdat
 * samizdat serve --home target/samizdat --port 3030
 * </pre>
 */
package org.samizdat;
