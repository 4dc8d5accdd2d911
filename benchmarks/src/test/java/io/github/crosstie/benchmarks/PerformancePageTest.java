package io.github.crosstie.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PerformancePageTest {

    @TempDir
    Path folder;

    @Test
    void replacesWhatStandsBetweenTheMarksAndNothingElse() throws IOException {
        String before = """
                # How it stands

                <!-- measured goals: begin -->
                old
                <!-- measured goals: end -->

                by hand
                <!-- measured scaling: begin -->
                kept
                <!-- measured scaling: end -->
                """;
        Files.writeString(folder.resolve("performance.md"), before);

        PerformancePage.in(folder).goals("a machine", List.of("| new |"));

        assertThat(folder.resolve("performance.md"))
                .hasContent(before.replace("old", "Measured on a machine.\n\n| new |"));
    }

    @Test
    void writingTwiceIsAsWritingOnce() throws IOException {
        PerformancePage.in(folder).goals("a machine", List.of("| new |"));
        String once = Files.readString(folder.resolve("performance.md"));

        PerformancePage.in(folder).goals("a machine", List.of("| new |"));

        assertThat(folder.resolve("performance.md")).hasContent(once);
    }

    @Test
    void refusesAPageWithoutAPlace() throws IOException {
        Files.writeString(folder.resolve("performance.md"), "# How it stands\n");

        assertThatThrownBy(() -> PerformancePage.in(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("<!-- measured goals: begin -->");
    }
}
