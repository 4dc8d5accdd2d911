package io.github.crosstie.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.benchmarks.fleet.FleetSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScaleTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void writesDownHowLateRoundsBegin() throws IOException {
        int code = run("LATENESS", "--write", "--out", folder.toString());

        assertThat(code).isZero();
        assertThat(Files.readString(folder.resolve("scale.md"))).contains("(lateness.svg)", "| 20–25 |");
        assertThat(Files.readString(folder.resolve("lateness.svg"))).contains("<title");
        assertThat(out.toString()).contains("| 55–60 |");
    }

    @Test
    void takesATenthUnlessAllIsAskedFor() {
        run("lateness");
        assertThat(out.toString()).contains("for 200 mailboxes");

        run("lateness", "--full");
        assertThat(out.toString()).contains("for 2,000 mailboxes");
    }

    @Test
    void refusesAnUnknownPart() {
        assertThat(run("SPEED")).isEqualTo(2);
        assertThat(err.toString()).contains("STORE, LATENESS");
    }

    @Test
    void refusesADirectoryThatIsNotThere() {
        assertThat(run("LATENESS", "--write", "--out", folder.resolve("nowhere").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--out").contains("nowhere");
    }

    @Test
    void refusesANumberOfLinksThatMakesNoWholeCollections() {
        assertThat(run("STORE", "--links", "1234")).isEqualTo(2);
        assertThat(err.toString()).contains("--links: a load of 1234 links");
    }

    private int run(String... arguments) {
        Clock clock = Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC);
        FleetSettings settings = FleetSettings.MILLION.reduced(500).withInFlight(20);
        return Scale.commandLine(new Scale(List.of(settings), clock))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
