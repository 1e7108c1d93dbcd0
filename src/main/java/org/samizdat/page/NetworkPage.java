package org.samizdat.page;

import java.util.List;

/**
 * The network of those that most is said of.
 *
 * @param complete whether all claims were looked through
 * @param most those with the most claims
 * @param symbols the kinds of things in it
 * @param library where the script that draws lies, and ours that uses it
 */
record NetworkPage(
        Frame frame,
        int things,
        int claims,
        boolean complete,
        List<Node> most,
        List<Symbol> symbols,
        String library,
        String script) {
    /** A thing with the number of its claims. */
    record Node(Link link, int claims) {}
}
