package org.samizdat.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;

/**
 * What differs from one content coding of an answer to the other: RFC 9110 section 8.4.
 *
 * @param tag the entity tag's field, if there are validators
 * @param fields all fields of this coding, the tag among them
 */
record Coding(Optional<Validators> validators, List<HttpField> tag, List<HttpField> fields) {
    static final Coding NONE = new Coding(Optional.empty(), List.of(), List.of());

    private static final HttpField GZIPPED = new PreEncodedHttpField(HttpHeader.CONTENT_ENCODING, "gzip");

    static Coding of(Validators validators) {
        List<HttpField> tag = tag(validators);
        return new Coding(Optional.of(validators), tag, tag);
    }

    Coding gzip() {
        Optional<Validators> coded = validators.map(plain -> plain.of("gzip"));
        List<HttpField> tag = coded.map(Coding::tag).orElse(List.of());
        List<HttpField> fields = new ArrayList<>(tag);
        fields.add(GZIPPED);
        return new Coding(coded, tag, fields);
    }

    private static List<HttpField> tag(Validators validators) {
        return List.of(new PreEncodedHttpField(HttpHeader.ETAG, validators.etag()));
    }
}
