/**
 * Pages for people. {@code Pages} is what the server asks for them; each sort of page has a class that arranges what the
 * release says as a record, and a template in {@code src/main/jte} that shows the record.
 */
package org.samizdat.page;
