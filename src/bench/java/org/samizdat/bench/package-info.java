/**
 * Measures Samizdat against its peers: conversion, loading, starting, queries, documents, and the time from {@code mvn} to
 * the first answer. Run by {@code mvn -Pbench}; see {@code docs/benchmarks.md}.
 */
package org.samizdat.bench;
