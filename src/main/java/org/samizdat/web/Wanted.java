package org.samizdat.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.samizdat.http.HttpProblem;
import org.samizdat.http.Languages;
import org.samizdat.http.MediaRange;
import org.samizdat.http.Negotiation;
import org.samizdat.http.Parameters;
import org.samizdat.http.Variant;

/**
 * What a request asks of a document besides its address.
 *
 * @param variants those that would do, the best first; which of them there are depends on the document
 * @param version the version of RDF that the query string names; may be empty
 * @param nanopublication whether the query string asks for one
 * @param page from 1
 * @param language of names on pages
 */
record Wanted(List<Variant> variants, String version, boolean nanopublication, int page, String language) {
    /** What clients send is mostly the same few dozen fields; longer ones are not worth remembering. */
    private static final int USUAL_ACCEPT = 1_000;

    private static final String ACCEPT_PROFILE = "Accept-Profile";
    private static final Cache<String, List<Variant>> CHOICES =
            Caffeine.newBuilder().maximumSize(1_000).executor(Runnable::run).build();

    /**
     * {@code format=}, {@code version=} and {@code profile=} decide before the header fields do; what there is not is not
     * replaced by something else.
     *
     * @param languages tags of the languages there are, the one to fall back to first
     * @throws HttpProblem if there cannot be such a page, or the query string is not well encoded
     */
    static Wanted of(Parameters parameters, HttpFields fields, List<String> languages) {
        String language = languages.size() == 1
                ? languages.getFirst()
                : Languages.choose(Negotiation.field(fields, HttpHeader.ACCEPT_LANGUAGE.asString()), languages);
        if (parameters.isEmpty()) {
            return new Wanted(negotiated(fields), "", false, 1, language);
        }
        String version = parameters.first("version").orElse("");
        Optional<String> profile = parameters.first("profile");
        boolean nanopublication = profile.filter(Wanted::isNanopublication).isPresent();
        Wanted wanted = new Wanted(List.of(), version, nanopublication, page(parameters), language);
        if (profile.isPresent() && !nanopublication) {
            return wanted;
        }
        Optional<String> format = parameters.first("format");
        if (nanopublication && format.isEmpty()) {
            return wanted.with(List.of(Variant.NANOPUBLICATION));
        }
        List<Variant> named =
                format.map(name -> Variant.byName(name).stream().toList()).orElseGet(() -> negotiated(fields));
        return wanted.with(named.stream()
                .flatMap(variant -> wanted.refine(variant).stream())
                .toList());
    }

    private static boolean isNanopublication(String profile) {
        return profile.equals("nanopub") || profile.equals(Variant.NANOPUB_PROFILE);
    }

    private static int page(Parameters parameters) {
        String digits = parameters.first("page").orElse("1");
        if (!digits.matches("[1-9]\\d{0,8}")) {
            throw HttpProblem.notFound();
        }
        return Integer.parseInt(digits);
    }

    private Wanted with(List<Variant> others) {
        return new Wanted(others, version, nanopublication, page, language);
    }

    /** The variant that a suffix in the address names, in the version and profile of the query string. */
    Wanted withSuffix(Variant variant) {
        return with(refine(variant).stream().toList());
    }

    private Optional<Variant> refine(Variant variant) {
        if (nanopublication) {
            return variant == Variant.TRIG ? Optional.of(Variant.NANOPUBLICATION) : Optional.empty();
        }
        return version.isEmpty() ? Optional.of(variant) : variant.in(version);
    }

    /** Whether it is for people to read. */
    boolean isPage() {
        return variants.contains(Variant.HTML);
    }

    private static List<Variant> negotiated(HttpFields fields) {
        Optional<String> accept = MediaRange.accept(fields);
        Optional<String> profile = Negotiation.field(fields, ACCEPT_PROFILE);
        if (profile.isPresent() && Negotiation.acceptsProfile(profile.get(), Variant.NANOPUB_PROFILE)) {
            List<Variant> nanopublication = List.of(Variant.NANOPUBLICATION);
            return Stream.of(nanopublication, Variant.OFFERED)
                    .flatMap(offered -> Negotiation.choose(accept, offered).stream())
                    .toList();
        }
        String field = accept.orElse("");
        return field.length() > USUAL_ACCEPT ? choose(field) : CHOICES.get(field, Wanted::choose);
    }

    private static List<Variant> choose(String accept) {
        return Negotiation.choose(Optional.of(accept), Variant.OFFERED).stream().toList();
    }
}
