package org.samizdat.check;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.Severity;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.util.FmtUtils;

/** Validates data against shapes. <a href="https://www.w3.org/TR/shacl/">SHACL</a>, Core and SPARQL-based constraints. */
public final class ShaclGate {
    private final Shapes shapes;
    private final PrefixMap prefixes;

    private ShaclGate(Shapes shapes, PrefixMap prefixes) {
        this.shapes = shapes;
        this.prefixes = prefixes;
    }

    /**
     * @param prefixes used to write IRIs short in messages
     */
    public static ShaclGate of(Graph shapes, Map<String, String> prefixes) {
        PrefixMap map = PrefixMapFactory.create();
        prefixes.forEach(map::add);
        return new ShaclGate(Shapes.parse(shapes), map);
    }

    /**
     * What validation found, sorted by focus node and message.
     *
     * @param violations results of severity {@code sh:Violation}; none when the data conforms
     * @param warnings results of a lesser severity, which deserve a look
     */
    public record Report(List<Violation> violations, List<Violation> warnings) {}

    /** @param data the data, with the ontology that explains its classes and properties */
    public Report validate(Graph data) {
        Map<Boolean, List<Violation>> found = ShaclValidator.get().validate(shapes, data).getEntries().stream()
                .collect(Collectors.partitioningBy(
                        entry -> entry.severity().equals(Severity.Violation),
                        Collectors.collectingAndThen(Collectors.toList(), this::violations)));
        return new Report(found.get(true), found.get(false));
    }

    private List<Violation> violations(List<ReportEntry> entries) {
        return entries.stream()
                .map(this::violation)
                .distinct()
                .sorted(Comparator.comparing(
                                (Violation violation) -> violation.focus().toString())
                        .thenComparing(Violation::message))
                .toList();
    }

    private Violation violation(ReportEntry entry) {
        String path = entry.resultPath() == null ? "" : " Property " + text(entry.resultPath()) + ".";
        String value = entry.value() == null || entry.value().equals(entry.focusNode())
                ? ""
                : " Value " + text(entry.value()) + ".";
        return new Violation(entry.focusNode(), text(entry.focusNode()) + ": " + entry.message() + path + value);
    }

    private String text(Path path) {
        return path instanceof P_Link link ? text(link.getNode()) : path.toString();
    }

    private String text(Node node) {
        String shortForm = node.isURI() ? prefixes.abbreviate(node.getURI()) : null;
        return shortForm == null ? FmtUtils.stringForNode(node) : shortForm;
    }
}
