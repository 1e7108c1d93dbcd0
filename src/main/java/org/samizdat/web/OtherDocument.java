package org.samizdat.web;

import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * A document that is about no thing: the data set, the ontology, or an earlier version of that.
 *
 * @param path where its variants lie, without the suffix; relative to the root
 * @param canonical where it lies itself, relative to the root
 * @param topic what it is about
 * @param graph what it holds as data
 * @param page what it is for people
 */
record OtherDocument(String path, String canonical, Node topic, Supplier<Graph> graph, Supplier<byte[]> page) {}
