package org.samizdat.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/** What a client asks for by the fields of proactive negotiation: RFC 9110 section 12.5. */
public final class Negotiation {
    private Negotiation() {}

    /**
     * The representation of the highest weight; of equal ones the first. A representation's weight is that of the
     * narrowest range that matches it.
     *
     * @param accept the field's value, several lines joined by commas; absent or blank accepts all
     * @param offered what there is, the preferred one first
     * @return empty where none is acceptable, or all are excluded by {@code q=0}
     */
    public static <R extends Representation> Optional<R> choose(Optional<String> accept, List<R> offered) {
        if (accept.filter(value -> !value.isBlank()).isEmpty()) {
            return offered.stream().findFirst();
        }
        List<MediaRange> ranges = MediaRange.parse(accept.get());
        R best = null;
        int highest = 0;
        for (R representation : offered) {
            int weight = weight(representation, ranges);
            if (weight > highest) {
                highest = weight;
                best = representation;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The value of a request's field, several lines joined by commas (RFC 9110 section 5.3). */
    public static Optional<String> field(HttpFields fields, String name) {
        List<String> lines = fields.getValuesList(name);
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(lines.size() == 1 ? lines.getFirst() : String.join(",", lines));
    }

    /**
     * Whether a profile is asked for, by the {@code Accept-Profile} field of
     * <a href="https://www.w3.org/TR/dx-prof-conneg/#http-getresourcebyprofile">Content Negotiation by Profile</a>.
     *
     * @param field the field's value, several lines joined by commas
     * @param profile its IRI, which stands in angle brackets in the field
     */
    public static boolean acceptsProfile(String field, String profile) {
        return Preference.parse(field).stream()
                .anyMatch(wanted -> wanted.value().equals("<" + profile + ">") && wanted.thousandths() > 0);
    }

    /** Whether a body may come compressed by gzip: RFC 9110 section 12.5.3. Without the field it does not. */
    public static boolean acceptsGzip(HttpFields request) {
        return field(request, HttpHeader.ACCEPT_ENCODING.asString())
                // What most clients send is not worth parsing.
                .filter(field -> field.equals("gzip") || acceptsGzip(field))
                .isPresent();
    }

    static boolean acceptsGzip(String field) {
        int named = -1;
        int any = -1;
        for (Preference coding : Preference.parse(field)) {
            String name = coding.value().toLowerCase(Locale.ROOT);
            if (name.equals("gzip") || name.equals("x-gzip")) {
                named = Math.max(named, coding.thousandths());
            } else if (name.equals("*")) {
                any = Math.max(any, coding.thousandths());
            }
        }
        return named > 0 || named < 0 && any > 0;
    }

    private static int weight(Representation representation, List<MediaRange> ranges) {
        int narrowest = -1;
        int weight = 0;
        for (MediaRange range : ranges) {
            int specificity = range.specificity(representation).orElse(-1);
            if (specificity > narrowest) {
                narrowest = specificity;
                weight = range.thousandths();
            } else if (specificity >= 0 && specificity == narrowest) {
                weight = Math.max(weight, range.thousandths());
            }
        }
        return weight;
    }
}
