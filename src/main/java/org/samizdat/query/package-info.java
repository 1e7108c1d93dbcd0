/**
 * The public SPARQL endpoint: Fuseki's parser, query engine and result writers, and its assembler file in
 * {@code fuseki-config/}, which says what is offered. {@link org.samizdat.query.SparqlEndpoint} names the steps that a
 * request goes through.
 *
 * <pre>{@code
 * Context settings = FusekiConfiguration.read(Path.of("fuseki-config/samizdat.ttl")).settings(release.dataset());
 * SparqlEndpoint endpoint = new SparqlEndpoint(Limits.standard(), problems);
 * QueryData data = new QueryData(release.dataset(), settings, base, prefixes, new KnownAnswers(version), pages);
 * endpoint.handle(data, description, request, response, callback, done);
 * }</pre>
 */
package org.samizdat.query;
