package io.github.crosstie.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What hosts import: the BOM, as Maven and Gradle read it, and the lines of docs/embedding.md that import it. */
class BomTest {

    private static final Path ROOT = Path.of("..");

    private static Document parsed(Path file) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(at -> (Element) found.item(at))
                .toList();
    }

    /** What stands in the first element of a name, in the order of the file. */
    private static String text(Element parent, String name) {
        return elements(parent, name).get(0).getTextContent().strip();
    }

    @Test
    void namesEveryModuleThatIsPublishedAndNoOther() throws Exception {
        Set<String> published = new TreeSet<>();
        for (Path pom : poms()) {
            String text = Files.readString(pom);
            if (text.contains("<artifactId>crosstie-parent</artifactId>")
                    && !text.contains("<maven.deploy.skip>true")) {
                Element project = parsed(pom).getDocumentElement();
                project.removeChild(elements(project, "parent").get(0));
                published.add(text(project, "artifactId"));
            }
        }

        Set<String> named = elements(parsed(ROOT.resolve("bom/pom.xml")).getDocumentElement(), "dependency").stream()
                .map(dependency -> text(dependency, "artifactId"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).isEqualTo(published).contains("crosstie-core", "crosstie-testkit");
    }

    private static List<Path> poms() throws IOException {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders.map(folder -> folder.resolve("pom.xml"))
                    .filter(Files::exists)
                    .filter(pom -> !pom.startsWith(ROOT.resolve("bom")))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void bringsNothingElseAlong() throws Exception {
        Element bom = parsed(ROOT.resolve("bom/pom.xml")).getDocumentElement();

        assertThat(elements(bom, "parent")).isEmpty();
        assertThat(elements(bom, "repositories")).isEmpty();
        assertThat(elements(bom, "dependency")).allSatisfy(dependency -> {
            assertThat(text(dependency, "groupId")).isEqualTo("io.github.crosstie");
            assertThat(text(dependency, "version")).isEqualTo("${project.version}");
        });
    }

    @Test
    void theGuideImportsThisVersionInBothWays() throws Exception {
        String version = text(parsed(ROOT.resolve("bom/pom.xml")).getDocumentElement(), "version");
        String guide = Files.readString(ROOT.resolve("docs/embedding.md"));
        String maven = guide.substring(guide.indexOf("```xml") + 6, guide.indexOf("```", guide.indexOf("```xml") + 6));
        Path project = Files.createTempFile("consumer", ".xml");
        Files.writeString(project, "<project>" + maven + "</project>");

        Element imported =
                elements(parsed(project).getDocumentElement(), "dependency").get(0);
        Files.delete(project);

        assertThat(text(imported, "artifactId")).isEqualTo("crosstie-bom");
        assertThat(text(imported, "version")).isEqualTo(version);
        assertThat(text(imported, "scope")).isEqualTo("import");
        assertThat(guide).contains("platform(\"io.github.crosstie:crosstie-bom:" + version + "\")");
    }
}
