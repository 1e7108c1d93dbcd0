/**
 * The server as a whole. A request comes in at {@code Gate}, which holds the current {@code Edition}; its {@code Site} knows
 * which address is answered by what, and gives a finished {@code Answer}. SPARQL is passed on to {@code org.samizdat.query}.
 */
package org.samizdat.web;
