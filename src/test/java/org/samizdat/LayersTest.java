package org.samizdat;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Packages use only those below them in the table of {@code docs/architecture.md}, which is read here. */
class LayersTest {
    private static final String ROOT = "org.samizdat";
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (?:\\(root\\)|`([a-z.]+)`) \\|");

    private static List<String> topDown;
    private static JavaClasses classes;

    @BeforeAll
    static void read() throws IOException {
        String rooms = Files.readString(Path.of("docs/architecture.md"))
                .split("(?m)^## Rooms$")[1]
                .split("(?m)^## ")[0];
        topDown = ROW.matcher(rooms)
                .results()
                .map(row -> row.group(1) == null ? ROOT : ROOT + "." + row.group(1))
                .toList();
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(ROOT);
    }

    @Test
    void theTableNamesEveryPackage() {
        assertEquals(
                classes.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new)),
                new TreeSet<>(topDown));
    }

    @Test
    void dependenciesPointDown() {
        LayeredArchitecture layers =
                layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
        for (String layer : topDown) {
            layers = layers.layer(layer).definedBy(layer);
        }
        for (int i = 0; i < topDown.size(); i++) {
            String layer = topDown.get(i);
            layers = i == 0
                    ? layers.whereLayer(layer).mayNotBeAccessedByAnyLayer()
                    : layers.whereLayer(layer)
                            .mayOnlyBeAccessedByLayers(topDown.subList(0, i).toArray(String[]::new));
        }
        layers.check(classes);
    }
}
