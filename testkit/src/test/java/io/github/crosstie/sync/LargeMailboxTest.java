package io.github.crosstie.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.apply.SyncRound;
import io.github.crosstie.testkit.Items;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeMailboxTest {

    private static final int CONTACTS = 100_000;
    private static final long MEGABYTE = 1024 * 1024;

    /** What core logs through, and this module does not see. */
    private static final String LOG = "org.slf4j.Logger";

    @TempDir
    Path folder;

    @Test
    @DisplayName("F16: the first sync of 100,000 contacts a side runs in 64 MB plus what the store retains")
    void runsInBoundedMemory() throws Exception {
        // Measured on a tenth, as a store grows with the number of its links.
        long retained = 10 * number(run("measure", CONTACTS / 10, 512), "retained ") / MEGABYTE;

        List<String> limited = run("limit", CONTACTS, 64 + retained);

        System.out.println("store " + retained + " MB, heap " + (64 + retained) + " MB; " + limited);
        assertThat(number(limited, "retained ") / MEGABYTE)
                .as("what the store really retains, MB")
                .isBetween(retained - 4, retained + 4);
        assertThat(limited)
                .contains(
                        "stopped Optional.empty",
                        "crm created 50000 updated 0",
                        "mail created 50000 updated 5000",
                        "links 150000");
    }

    private static long number(List<String> lines, String prefix) {
        return lines.stream()
                .filter(line -> line.startsWith(prefix))
                .mapToLong(line -> Long.parseLong(line.substring(prefix.length())))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line '" + prefix + "' in " + lines));
    }

    private List<String> run(String name, int contacts, long megabytes) throws IOException, InterruptedException {
        Path output = folder.resolve(name + ".txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + megabytes + "m",
                        "-XX:+UseSerialGC",
                        "-XX:MaxNewSize=12m",
                        "-Dslf4j.internal.verbosity=ERROR",
                        // Without it a collection may leave dead objects where they are, a twentieth of the heap.
                        "-XX:MarkSweepDeadRatio=0",
                        "-cp",
                        Stream.of(LargeMailbox.class.getName(), SyncRound.class.getName(), Items.class.getName(), LOG)
                                .map(LargeMailboxTest::root)
                                .collect(Collectors.joining(File.pathSeparator)),
                        LargeMailbox.class.getName(),
                        Integer.toString(contacts))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES))
                    .as("through in time")
                    .isTrue();
            List<String> lines = Files.readAllLines(output);
            assertThat(process.exitValue()).as("in %d MB: %s", megabytes, lines).isZero();
            return lines;
        } finally {
            process.destroyForcibly();
        }
    }

    /** The folder or archive that a class comes from. */
    private static String root(String type) {
        String resource = "/" + type.replace('.', '/') + ".class";
        ClassLoader loader = LargeMailboxTest.class.getClassLoader();
        String location = Objects.requireNonNull(loader.getResource(resource.substring(1)), type)
                .toString();
        String root = location.substring(0, location.length() - resource.length());
        try {
            return Path.of(new URI(root.replaceFirst("^jar:", "").replaceFirst("!$", "")))
                    .toString();
        } catch (URISyntaxException e) {
            throw new AssertionError("no file: " + root, e);
        }
    }
}
