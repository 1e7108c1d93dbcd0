"""Asks an endpoint by way of rdflib. Usage: rdflib_store.py ENDPOINT METHOD SELECT ASK CONSTRUCT DESCRIBE BROKEN SLOW"""
import socket
import sys

from rdflib import Literal
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from rdflib.query import Result

endpoint, method, select, ask, construct, describe, broken, slow = sys.argv[1:]
store = SPARQLStore(endpoint, method=method)


def failure(query):
    # By POST, this version of rdflib returns the status instead of raising anything.
    try:
        return "none" if isinstance(store.query(query), Result) else "told"
    except Exception:
        return "told"


names = sorted(f"{row[0]}@{row[0].language}" for row in store.query(select))
print("SELECT", ", ".join(names))
print("ASK", str(store.query(ask).askAnswer).lower())
print("CONSTRUCT", len(store.query(construct).graph))
print("DESCRIBE", str((None, None, Literal("Ada Lovelace", lang="en")) in store.query(describe).graph).lower())
print("ERROR", failure(broken))
socket.setdefaulttimeout(0.5)
print("TIMEOUT", failure(slow))
