package io.github.crosstie.examples.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The public API is what {@code docs/api} says: who changes it changes a listing too, and whoever reads the change sees it there. With
 * {@code -Dapi.accept} the listings are written anew.
 */
class PublicApiTest {

    private static final Path LISTINGS = PublishedModules.ROOT.resolve("docs/api");
    private static final boolean ACCEPT = System.getProperty("api.accept") != null;
    private static final String REMEDY = """
            the public API of %1$s is not what docs/api/%1$s.txt says. If that is meant, look at the difference that this makes, and commit it:
            mvn -q -B -Dquick -pl examples -am -Dapi.accept -Dtest=PublicApiTest -Dsurefire.failIfNoSpecifiedTests=false test""";

    private static SortedMap<String, String> now;

    @BeforeAll
    static void read() throws IOException {
        now = ApiListing.of(PublishedModules.folders());
    }

    /** The folders of the modules of which hosts see something. */
    static Stream<String> modules() {
        return now.keySet().stream().filter(module -> !now.get(module).isEmpty());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("modules")
    void isWhatTheListingSays(String module) throws IOException {
        Path listing = LISTINGS.resolve(module + ".txt");
        if (ACCEPT) {
            Files.createDirectories(LISTINGS);
            Files.writeString(listing, now.get(module));
        }

        String said = Files.exists(listing) ? Files.readString(listing) : "";

        assertThat(difference(said, now.get(module))).as(REMEDY, module).isEmpty();
        assertThat(said).as(REMEDY, module).isEqualTo(now.get(module));
    }

    @Test
    void noListingIsOfAModuleThatHostsDoNotSee() throws IOException {
        try (Stream<Path> listings = Files.list(LISTINGS)) {
            assertThat(listings.map(file -> file.getFileName().toString().replace(".txt", "")))
                    .isSubsetOf(modules().toList());
        }
    }

    @Test
    void coversWhatIsPublishedAndNothingInternal() {
        assertThat(modules())
                .contains("core", "testkit", "connectors-graph")
                .doesNotContain("connectors-http", "examples");
        assertThat(now.get("core")).contains("package io.github.crosstie.fault\n", "final class Crosstie\n");
        assertThat(String.join("", now.values())).doesNotContainPattern("(?m)^(@\\w+ )?package .*internal");
    }

    @Test
    void aDifferenceNamesTheTypeOfEachLine() {
        String before = "package a\n\nclass B\n    int c()\n    int d()\n\nclass E\n    int d()\n";
        String now = "package a\n\nclass B\n    int c()\n    @Nullable String d()\n\nclass E\n    int d()\n";

        assertThat(difference(before, now)).containsExactly("- a B: int d()", "+ a B: @Nullable String d()");
    }

    private static List<String> difference(String before, String now) {
        Set<String> gone = qualified(before);
        Set<String> added = qualified(now);
        Set<String> kept = new TreeSet<>(gone);
        kept.retainAll(added);
        List<String> lines = new ArrayList<>();
        gone.stream()
                .filter(line -> !kept.contains(line))
                .map(line -> "- " + line)
                .forEach(lines::add);
        added.stream()
                .filter(line -> !kept.contains(line))
                .map(line -> "+ " + line)
                .forEach(lines::add);
        return lines;
    }

    /** Each line with the package and the type that it stands below. */
    private static Set<String> qualified(String listing) {
        Set<String> lines = new LinkedHashSet<>();
        String inside = "";
        String type = "";
        for (String line : listing.lines().filter(line -> !line.isEmpty()).toList()) {
            if (line.startsWith("package ")) {
                inside = line.substring("package ".length());
            } else if (line.startsWith("    ")) {
                lines.add(inside + " " + type + ": " + line.strip());
            } else {
                lines.add(inside + ": " + line);
                type = line.replaceFirst("^.*?(?:class|interface|enum|record) ([\\w.]+).*$", "$1");
            }
        }
        return lines;
    }
}
