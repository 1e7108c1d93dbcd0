package org.samizdat.publication;

import java.nio.file.Path;
import java.util.List;

/**
 * One table of a publication and what belongs to it.
 *
 * @param name the file name without {@code .csv}
 * @param csv the table
 * @param metadata its CSVW schema
 * @param mappings its SPARQL CONSTRUCT queries, in order of file name
 */
public record TableSource(String name, Path csv, Path metadata, List<Path> mappings) {}
