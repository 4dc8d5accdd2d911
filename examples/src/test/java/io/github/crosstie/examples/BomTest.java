package io.github.crosstie.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.examples.api.PublishedModules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
        for (Path folder : PublishedModules.folders()) {
            published.add(text(own(folder), "artifactId"));
        }

        Set<String> named = elements(parsed(ROOT.resolve("bom/pom.xml")).getDocumentElement(), "dependency").stream()
                .map(dependency -> text(dependency, "artifactId"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).isEqualTo(published).contains("crosstie-core", "crosstie-testkit");
    }

    /** What a module's pom says itself, without what it says of its parent. */
    private static Element own(Path folder) throws Exception {
        Element project = parsed(folder.resolve("pom.xml")).getDocumentElement();
        project.removeChild(elements(project, "parent").get(0));
        return project;
    }

    @Test
    void everyPublishedModuleSaysWhatItIsAndLeavesItsParentBehind() throws Exception {
        for (Path folder : PublishedModules.folders()) {
            Element project = own(folder);

            assertThat(text(project, "name")).as(folder + ": name").startsWith("Crosstie: ");
            assertThat(text(project, "description"))
                    .as(folder + ": description")
                    .endsWith(".");
            assertThat(elements(project, "plugin").stream().map(plugin -> text(plugin, "artifactId")))
                    .as(folder + ": without it the published pom names a parent that is not published")
                    .contains("flatten-maven-plugin");
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
