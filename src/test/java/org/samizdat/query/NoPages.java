package org.samizdat.query;

import org.apache.jena.sparql.exec.RowSet;

/** For tests that ask as programs do. */
public final class NoPages implements ResultPages {
    @Override
    public byte[] truth(Asked asked, boolean answer) {
        throw new AssertionError("Nobody asked for a page.");
    }

    @Override
    public byte[] rows(Asked asked, RowSet rows) {
        throw new AssertionError("Nobody asked for a page.");
    }
}
