package org.samizdat.page;

/**
 * A piece of text on a page, mostly a link.
 *
 * @param href empty where there is nothing to follow
 * @param lang a language tag, empty for the page's own language
 */
record Link(String text, String href, String lang) {
    static Link to(String text, String href) {
        return new Link(text, href, "");
    }
}
