import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Says how many tests a build ran, and which it skipped and why, because {@code mvn -q} is silent about both.
 *
 * <p>The build runs it from source after each module, {@code TestSummary.java module <directory> <start>}, which prints one line, and
 * after the last module, {@code TestSummary.java all <root> <start>}, which prints the skipped tests of all modules by their reason and
 * then the totals. Reports older than the build's start are left over from another build and do not count. It reports only: that a
 * failed test fails the build is for the test runner to see to.
 */
final class TestSummary {

    private final Map<String, List<String>> skippedByReason = new TreeMap<>();
    private int passed;
    private int failed;
    private int skipped;

    private TestSummary() {}

    public static void main(String[] arguments) throws IOException, ParserConfigurationException, SAXException {
        Path directory = Path.of(arguments[1]).toAbsolutePath().normalize();
        Instant start = Instant.parse(arguments[2]);
        TestSummary summary = new TestSummary();
        if (arguments[0].equals("module")) {
            summary.addModule(directory, start);
            System.out.println(directory.getFileName() + ": " + summary.counts());
        } else {
            for (Path module : list(directory, "*")) {
                summary.addModule(module, start);
            }
            summary.printSkipped();
            System.out.println("Tests: " + summary.counts());
        }
    }

    private void addModule(Path module, Instant start) throws IOException, ParserConfigurationException, SAXException {
        for (Path report : list(module.resolve("target/surefire-reports"), "TEST-*.xml")) {
            if (!Files.getLastModifiedTime(report).toInstant().isBefore(start)) {
                addReport(module.getFileName().toString(), report);
            }
        }
    }

    private void addReport(String module, Path report) throws IOException, ParserConfigurationException, SAXException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        NodeList tests = factory.newDocumentBuilder().parse(report.toFile()).getElementsByTagName("testcase");
        for (int i = 0; i < tests.getLength(); i++) {
            Element test = (Element) tests.item(i);
            if (has(test, "failure") || has(test, "error")) {
                failed++;
            } else if (has(test, "skipped")) {
                skipped++;
                skippedByReason
                        .computeIfAbsent(reason(test), reason -> new ArrayList<>())
                        .add(module + ": " + name(test));
            } else {
                passed++;
            }
        }
    }

    private static boolean has(Element test, String child) {
        return test.getElementsByTagName(child).getLength() > 0;
    }

    /** A disabled test has its reason as an attribute; one whose assumption failed, in the first line of the stack trace. */
    private static String reason(Element test) {
        Element skip = (Element) test.getElementsByTagName("skipped").item(0);
        String text = skip.getAttribute("message").isBlank() ? skip.getTextContent() : skip.getAttribute("message");
        String firstLine = text.strip().lines().findFirst().orElse("no reason given");
        return firstLine.replaceFirst("^[\\w.$]+Exception: (Assumption failed: )?", "");
    }

    /** A class that is skipped as a whole is reported as a test without a name. */
    private static String name(Element test) {
        String type = test.getAttribute("classname");
        String method = test.getAttribute("name");
        return method.isBlank() || method.equals(type) ? type : type + "." + method;
    }

    private void printSkipped() {
        if (!skippedByReason.isEmpty()) {
            System.out.println("Skipped tests, by reason:");
        }
        skippedByReason.forEach((reason, tests) -> {
            System.out.println("  " + reason);
            tests.forEach(test -> System.out.println("    " + test));
        });
    }

    private String counts() {
        return passed + " passed, " + failed + " failed, " + skipped + " skipped";
    }

    private static List<Path> list(Path directory, String glob) throws IOException {
        List<Path> entries = new ArrayList<>();
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory, glob)) {
                stream.forEach(entries::add);
            }
        }
        entries.sort(null);
        return entries;
    }
}
