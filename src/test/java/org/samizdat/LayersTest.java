package org.samizdat;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Packages use only those below them in the table of {@code docs/architecture.md}. */
class LayersTest {
    private static final List<String> TOP_DOWN = List.of(
            "",
            ".web",
            ".page",
            ".document",
            ".http",
            ".query",
            ".draft",
            ".release",
            ".search",
            ".diff",
            ".check",
            ".example",
            ".mapping",
            ".publication",
            ".table",
            ".vocab");

    @Test
    void dependenciesPointDown() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.samizdat");
        LayeredArchitecture layers =
                layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
        for (String layer : TOP_DOWN) {
            layers = layers.layer("root" + layer).definedBy("org.samizdat" + layer);
        }
        for (int i = 0; i < TOP_DOWN.size(); i++) {
            String[] above =
                    TOP_DOWN.subList(0, i).stream().map(name -> "root" + name).toArray(String[]::new);
            layers = i == 0
                    ? layers.whereLayer("root").mayNotBeAccessedByAnyLayer()
                    : layers.whereLayer("root" + TOP_DOWN.get(i)).mayOnlyBeAccessedByLayers(above);
        }
        layers.check(classes);
    }
}
