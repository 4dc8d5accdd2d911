package io.github.crosstie.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.json.StatusJson;
import io.github.crosstie.report.OrganizationStatus;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PagesCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter output = new StringWriter();
    private final StringWriter errors = new StringWriter();

    private int run(Path to) {
        CommandLine commandLine = CrosstieExamples.commandLine();
        commandLine.setOut(new PrintWriter(output, true));
        commandLine.setErr(new PrintWriter(errors, true));
        return commandLine.execute("pages", "--to", to.toString());
    }

    @Test
    @DisplayName("S18, S19: writes every report of a day on which things go wrong")
    void writesEveryReport() throws IOException {
        Path to = folder.resolve("reports");

        assertThat(run(to)).isZero();

        assertThat(Files.readString(to.resolve("status.html")))
                .startsWith("<!DOCTYPE html>")
                .contains("Held deletions");
        assertThat(Files.readString(to.resolve("outcomes.html"))).contains("AUTH_EXPIRED");
        assertThat(Files.readString(to.resolve("plan.html"))).contains("Plan for events of ");
        assertThat(Files.readString(to.resolve("plan.json"))).contains("\"changes\"");
        assertThat(Files.readString(to.resolve("difference.html")))
                .contains("Difference of two plans", "They ask for different changes.");
        assertThat(Files.readString(to.resolve("difference.json"))).contains("\"equal\": false");
        assertThat(Files.readString(to.resolve("outcomes.csv"))).contains("VALIDATION_REJECTED", "CONFLICT_RESOLVED");
        assertThat(Files.readString(to.resolve("outcomes.json"))).contains("\"DELETIONS_HELD\"");
        assertThat(output.toString()).contains(" users enrolled: ", "written to " + to);
    }

    @Test
    @DisplayName("S18: writes the status of every organization for other programs, each in a file of its own")
    void writesTheStatusOfEveryOrganization() throws IOException {
        run(folder);

        for (OrganizationStatus status : new TroubledHouse().statuses()) {
            assertThat(folder.resolve("status-" + status.organization() + ".json"))
                    .content()
                    .isEqualTo(StatusJson.write(status))
                    .contains("\"" + status.organization() + "\"");
        }
        assertThat(folder.resolve("status.json")).doesNotExist();
    }

    @Test
    void saysWhatToDoWhereItCannotWrite() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");

        assertThat(run(file)).isEqualTo(2);

        assertThat(errors.toString()).contains("cannot be written; name a folder");
    }
}
