package org.samizdat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.eclipse.jetty.util.Jetty;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What Maven is told in {@code pom.xml} fits what it starts. */
class BuildFileTest {
    private static Document build;

    @BeforeAll
    static void read() throws Exception {
        build = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse("pom.xml");
    }

    @Test
    void mavenAlonePublishesAndThenServesTheSameHome() throws Exception {
        assertEquals(List.of("compile exec:exec@publish exec:exec@serve"), texts("/project/build/defaultGoal"));
        assertEquals(home("publish"), home("serve"));
    }

    private static Object home(String command) throws Exception {
        return given(command).path(Settings.HOME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"build", "check", "publish", "serve"})
    void mavenStartsCommandsAsTheyAre(String command) throws Exception {
        assertEquals(List.of(), given(command).operands());
    }

    private static Arguments given(String command) throws Exception {
        List<String> arguments = texts("//execution[id='" + command + "']/configuration/arguments/argument");
        int main = arguments.indexOf(Samizdat.class.getName());
        assertTrue(main >= 0, command);
        assertEquals(command, arguments.get(main + 1));
        return Arguments.of(Samizdat.command(command), arguments.subList(main + 2, arguments.size()));
    }

    /** The Jetty that Jena 6.0.0 brings has known holes: CVE-2026-2332, CVE-2026-1605. */
    @Test
    void everyPartOfJettyIsOfTheVersionWithoutTheHoles() throws Exception {
        String version = texts("/project/properties/jetty.version").getFirst();
        assertEquals(version, Jetty.VERSION);
        List<String> parts = Stream.of(System.getProperty("java.class.path").split(":"))
                .filter(path -> path.contains("/org/eclipse/jetty/"))
                .filter(path -> !path.contains("/toolchain/"))
                .toList();
        assertTrue(parts.size() > 3, parts::toString);
        assertEquals(
                List.of(),
                parts.stream().filter(path -> !path.contains(version)).toList());
    }

    private static List<String> texts(String path) throws Exception {
        NodeList found = (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, build, XPathConstants.NODESET);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent())
                .toList();
    }
}
