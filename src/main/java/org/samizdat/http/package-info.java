/**
 * What HTTP says of every address alike: negotiation (RFC 9110 section 12), preconditions (section 13), links (RFC
 * 8288), problems (RFC 9457), finished answers, and whether the client is still there.
 *
 * <pre>{@code
 * Variant chosen = Negotiation.choose(Optional.of("text/*;q=0.5"), Variant.OFFERED).orElseThrow(…);
 * Answer.momentary(200, chosen.contentType(), bytes).varying().send(request, response, callback);
 * }</pre>
 */
package org.samizdat.http;
