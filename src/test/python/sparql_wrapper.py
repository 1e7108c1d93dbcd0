"""Asks an endpoint by way of SPARQLWrapper. Usage: sparql_wrapper.py ENDPOINT METHOD SELECT ASK CONSTRUCT DESCRIBE BROKEN SLOW"""
import sys

from rdflib import Literal
from SPARQLWrapper import JSON, RDFXML, SPARQLWrapper, XML
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

endpoint, method, select, ask, construct, describe, broken, slow = sys.argv[1:]


def answer(query, form, seconds=60):
    wrapper = SPARQLWrapper(endpoint)
    wrapper.setMethod(method)
    wrapper.setQuery(query)
    wrapper.setReturnFormat(form)
    wrapper.setTimeout(seconds)
    return wrapper.query().convert()


def failure(query, kind, seconds=60):
    try:
        answer(query, JSON, seconds)
        return "none"
    except kind:
        return "told"


names = sorted(row["name"]["value"] + "@" + row["name"]["xml:lang"] for row in answer(select, JSON)["results"]["bindings"])
print("SELECT", ", ".join(names))
print("ASK", str(answer(ask, JSON)["boolean"]).lower())
print("CONSTRUCT", len(answer(construct, RDFXML)))
print("DESCRIBE", str((None, None, Literal("Ada Lovelace", lang="en")) in answer(describe, XML)).lower())
print("ERROR", failure(broken, QueryBadFormed))
print("TIMEOUT", failure(slow, OSError, 1))
