import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Says whether a directory of staged files is what Maven Central takes, signatures apart, and what hosts need.
 *
 * <p>A rehearsal runs it from source, {@code Staged.java <staging> <version>}. What is to be there it reads off the staged BOM. It prints
 * what is wrong, a line each, and fails; or how much is right.
 */
final class Staged {

    private static final String GROUP = "io/github/crosstie";
    private static final String BOM = "crosstie-bom";
    private static final List<String> DEMANDED = List.of(
            "name",
            "description",
            "url",
            "licenses/license/name",
            "licenses/license/url",
            "developers/developer/name",
            "scm/connection",
            "scm/developerConnection",
            "scm/url");

    private final Path group;
    private final String version;
    private final List<String> wrong = new ArrayList<>();
    private int files;

    private Staged(Path staging, String version) {
        this.group = staging.resolve(GROUP);
        this.version = version;
    }

    public static void main(String[] arguments)
            throws IOException, ParserConfigurationException, SAXException, NoSuchAlgorithmException {
        Staged staged = new Staged(Path.of(arguments[0]), arguments[1]);
        staged.check();
        staged.wrong.forEach(System.out::println);
        System.out.println(staged.files + " files staged, " + staged.wrong.size() + " complaints");
        System.exit(staged.wrong.isEmpty() && staged.files > 0 ? 0 : 1);
    }

    private void check() throws IOException, ParserConfigurationException, SAXException, NoSuchAlgorithmException {
        Element bom = pom(BOM);
        Set<String> modules = new TreeSet<>();
        for (Element dependency : all(bom, "dependency")) {
            modules.add(text(dependency, "artifactId"));
        }
        Set<String> expected = new TreeSet<>(modules);
        expected.add(BOM);
        expect(
                names(group).equals(expected),
                "staged are " + names(group) + ", the BOM and what it names are " + expected);
        checkPom(BOM, bom);
        checkFiles(BOM, Set.of(".pom"));
        for (String module : modules) {
            checkPom(module, pom(module));
            if (checkFiles(module, Set.of(".pom", ".jar", "-sources.jar", "-javadoc.jar"))) {
                checkJars(module);
            }
        }
    }

    private void checkPom(String module, Element pom) {
        for (String path : DEMANDED) {
            expect(!text(pom, path.split("/")).isBlank(), module + ": its POM says nothing of " + path);
        }
        expect(text(pom, "version").equals(version), module + ": its version is not " + version);
        for (String unwanted : List.of("parent", "repositories", "pluginRepositories", "profiles")) {
            expect(child(pom, unwanted) == null, module + ": its POM has " + unwanted);
        }
        for (Element dependency : all(pom, "dependency")) {
            String name = module + ": its dependency " + text(dependency, "artifactId");
            String named = text(dependency, "version").replace("${project.version}", version);
            expect(!named.isBlank() && !named.contains("$"), name + " has no version of its own");
            expect(!named.endsWith("-SNAPSHOT"), name + " is a snapshot");
            expect(!text(dependency, "scope").equals("test"), name + " is for tests");
        }
    }

    /** Exactly these files, each with the two checksums that are asked for. Says whether they are there. */
    private boolean checkFiles(String module, Set<String> endings) throws IOException, NoSuchAlgorithmException {
        Set<String> expected = new TreeSet<>();
        for (String ending : endings) {
            String name = module + "-" + version + ending;
            expected.addAll(Set.of(name, name + ".md5", name + ".sha1"));
            Path file = directory(module).resolve(name);
            for (Map.Entry<String, String> sum :
                    Map.of(".md5", "MD5", ".sha1", "SHA-1").entrySet()) {
                Path written = directory(module).resolve(name + sum.getKey());
                if (Files.exists(file) && Files.exists(written)) {
                    String right = digest(file, sum.getValue());
                    expect(Files.readString(written).strip().equals(right), written.getFileName() + " is wrong");
                }
            }
        }
        Set<String> found = names(directory(module));
        files += found.size();
        expect(found.equals(expected), module + ": its files are " + found + ", not " + expected);
        return found.containsAll(expected);
    }

    private void checkJars(String module) throws IOException {
        Set<String> classes = entries(module, ".jar");
        expect(classes.containsAll(Set.of("META-INF/LICENSE", "META-INF/NOTICE")), module + ": its jar has no licence");
        expect(
                classes.contains("module-info.class") || manifest(module).contains("Automatic-Module-Name: "),
                module + ": its jar is no module and has no name for one");
        Set<String> sources = entries(module, "-sources.jar");
        List<String> without = classes.stream()
                .filter(entry -> entry.endsWith(".class") && !entry.contains("$"))
                .map(entry -> entry.substring(0, entry.length() - ".class".length()) + ".java")
                .filter(entry -> !sources.contains(entry))
                .toList();
        expect(without.isEmpty(), module + ": its sources lack " + without);
        expect(entries(module, "-javadoc.jar").contains("index.html"), module + ": its Javadoc has no first page");
    }

    private String manifest(String module) throws IOException {
        try (ZipFile jar = new ZipFile(
                directory(module).resolve(module + "-" + version + ".jar").toFile())) {
            return new String(
                    jar.getInputStream(jar.getEntry(JarFile.MANIFEST_NAME)).readAllBytes(), UTF_8);
        }
    }

    private Set<String> entries(String module, String ending) throws IOException {
        try (ZipFile jar = new ZipFile(
                directory(module).resolve(module + "-" + version + ending).toFile())) {
            return jar.stream().map(ZipEntry::getName).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private Element pom(String module) throws IOException, ParserConfigurationException, SAXException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Path file = directory(module).resolve(module + "-" + version + ".pom");
        return factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
    }

    private Path directory(String module) {
        return group.resolve(module).resolve(version);
    }

    private void expect(boolean right, String complaint) {
        if (!right) {
            wrong.add(complaint);
        }
    }

    private static String digest(Path file, String algorithm) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance(algorithm);
        try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static Set<String> names(Path directory) throws IOException {
        Set<String> names = new TreeSet<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(directory)) {
            found.forEach(path -> names.add(path.getFileName().toString()));
        }
        return names;
    }

    private static List<Element> all(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = parent.getElementsByTagName(name);
        for (int at = 0; at < nodes.getLength(); at++) {
            found.add((Element) nodes.item(at));
        }
        return found;
    }

    /** The text of a child of a child, or nothing where one of them is missing. */
    private static String text(Element parent, String... path) {
        Element at = parent;
        for (String name : path) {
            at = at == null ? null : child(at, name);
        }
        return at == null ? "" : at.getTextContent().strip();
    }

    private static Element child(Element parent, String name) {
        for (Element found : all(parent, name)) {
            if (found.getParentNode() == parent) {
                return found;
            }
        }
        return null;
    }
}
