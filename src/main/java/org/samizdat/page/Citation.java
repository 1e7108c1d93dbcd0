package org.samizdat.page;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;

/**
 * How to cite a page, in the forms that people and their programs use.
 *
 * @param container the publication that the page is part of; empty for the publication itself
 */
record Citation(String title, String container, String publisher, String version, LocalDate date, String address) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    /** A line for a bibliography. */
    String text() {
        List<String> parts = new ArrayList<>();
        parts.add(container.isEmpty() ? title : "“" + title + "”, in: " + container);
        if (!version.isEmpty()) {
            parts.add("version " + version);
        }
        parts.add(publisher.isEmpty() ? DAY.format(date) : publisher + ", " + DAY.format(date));
        return String.join(", ", parts) + ". " + address;
    }

    String bibtex() {
        StringBuilder entry = new StringBuilder("@misc{" + key() + ",\n");
        field(entry, "title", "{" + escaped(title) + "}");
        field(entry, "howpublished", escaped(container));
        field(entry, "publisher", escaped(publisher));
        field(entry, "version", escaped(version));
        field(entry, "date", date.toString());
        field(entry, "year", String.valueOf(date.getYear()));
        field(entry, "url", address);
        return entry.append("}\n").toString();
    }

    private static void field(StringBuilder entry, String name, String value) {
        if (!value.isEmpty()) {
            entry.append("  ").append(name).append(" = {").append(value).append("},\n");
        }
    }

    /** What BibTeX would take for its own. */
    private static String escaped(String text) {
        return text.replaceAll("([\\\\{}&%$#_])", "\\\\$1");
    }

    private String key() {
        String local = address.replaceFirst(".*/(?=.)", "").replaceAll("[^A-Za-z0-9-]", "");
        return local.isEmpty() ? "publication" : local;
    }

    /** The lines of the RIS format, as reference managers import it. */
    String ris() {
        StringBuilder record = new StringBuilder();
        line(record, "TY", container.isEmpty() ? "DATA" : "ELEC");
        line(record, "TI", title);
        line(record, "T2", container);
        line(record, "PB", publisher);
        line(record, "ET", version);
        line(record, "PY", String.valueOf(date.getYear()));
        line(record, "DA", date.toString().replace('-', '/'));
        line(record, "UR", address);
        return record.append("ER  - \n").toString();
    }

    private static void line(StringBuilder record, String tag, String value) {
        if (!value.isEmpty()) {
            record.append(tag).append("  - ").append(value).append('\n');
        }
    }

    /** CSL-JSON, the input format of the Citation Style Language. */
    String csl() {
        JsonObject item = new JsonObject();
        item.put("id", key());
        item.put("type", container.isEmpty() ? "dataset" : "webpage");
        put(item, "title", title);
        put(item, "container-title", container);
        put(item, "publisher", publisher);
        put(item, "version", version);
        JsonArray day = new JsonArray();
        day.add(date.getYear());
        day.add(date.getMonthValue());
        day.add(date.getDayOfMonth());
        JsonArray days = new JsonArray();
        days.add(day);
        JsonObject issued = new JsonObject();
        issued.put("date-parts", days);
        item.put("issued", issued);
        put(item, "URL", address);
        JsonArray items = new JsonArray();
        items.add(item);
        return items.toString();
    }

    private static void put(JsonObject item, String name, String value) {
        if (!value.isEmpty()) {
            item.put(name, value);
        }
    }
}
