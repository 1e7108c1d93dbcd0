/**
 * Every address that is answered: things and their documents, pages, the ontology; SPARQL is passed on to
 * {@code org.samizdat.query}. A request comes in at {@code Gate}, which holds the current {@code Edition}; its
 * {@code Site} knows which address is answered by what, and gives a finished {@code Answer}.
 */
package org.samizdat.web;
