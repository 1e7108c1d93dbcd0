/**
 * Makes ARQ stop. ARQ ends a cancelled query between two rows; but a property path, a regular expression, a sort, the
 * growth of a text or of a number can keep it between two rows for ever. What stands here takes the place of those parts,
 * computes the same, and looks at a {@link org.samizdat.guard.Cancellation} meanwhile.
 *
 * <pre>{@code
 * Cancellation cancellation = new Cancellation();
 * QueryExecDatasetBuilder builder = QueryExecDatasetBuilder.create().dataset(data).query(query);
 * Guard.install(builder, cancellation);
 * … cancellation.cancel(Reason.TIME);    // by any thread
 * }</pre>
 */
package org.samizdat.guard;
