/**
 * The public SPARQL endpoint, on top of Fuseki's: the assembler file in {@code fuseki-config/} describes it, and a
 * handler made from that file answers the queries of one release.
 *
 * <pre>{@code
 * FusekiConfiguration configuration = FusekiConfiguration.read(Path.of("fuseki-config/samizdat.ttl"));
 * Handler sparql = configuration.endpoint(release.dataset());
 * }</pre>
 */
package org.samizdat.query;
