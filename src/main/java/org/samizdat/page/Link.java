package org.samizdat.page;

/**
 * A piece of text on a page, mostly a link.
 *
 * @param href empty where there is nothing to follow
 * @param lang a language tag, empty for the page's own language
 * @param symbol of the thing that it names; {@link Symbol#THING} where nothing better is known
 */
record Link(String text, String href, String lang, Symbol symbol) {
    static Link to(String text, String href) {
        return new Link(text, href, "", Symbol.THING);
    }

    /** Whether an icon tells more than none. */
    boolean hasIcon() {
        return symbol != Symbol.THING;
    }

    /** The same with another symbol before it. */
    Link marked(Symbol other) {
        return new Link(text, href, lang, other);
    }

    Link called(String other) {
        return new Link(other, href, "", symbol);
    }
}
