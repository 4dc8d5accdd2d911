package io.github.crosstie.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.engagement.memory.InMemoryEngagement;
import io.github.crosstie.engagement.memory.InMemoryUnit;
import io.github.crosstie.engagement.user.EngagementUser;
import io.github.crosstie.engagement.user.UserField;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EngagementCommandTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T08:00:00Z"), ZoneOffset.UTC);

    private final StringWriter output = new StringWriter();
    private final StringWriter errors = new StringWriter();

    private int run(String... arguments) {
        CommandLine commandLine = CrosstieExamples.commandLine();
        commandLine.setOut(new PrintWriter(output, true));
        commandLine.setErr(new PrintWriter(errors, true));
        return commandLine.execute(arguments);
    }

    private String lastLine() {
        List<String> lines = output.toString().lines().toList();
        return lines.get(lines.size() - 1);
    }

    @Test
    void endsInStep() {
        int exitCode = run("engagement");

        assertThat(exitCode).isZero();
        assertThat(lastLine()).matches("in step: [1-9]\\d* users, 6 business units, 0 faults; \\d+ left alone.*");
        assertThat(output.toString())
                .contains("has not opted in: this is a preview")
                .contains("recyclings over")
                .contains("And turned back");
    }

    @Test
    void noticesARoleThatIsSpoiled() {
        List<Directory> directories = BundledOrganizations.read(Set.of());
        EngagementWalk walk = new EngagementWalk(directories, CLOCK, new PrintWriter(output)) {
            @Override
            void beforeVerification(InMemoryEngagement engagement) {
                InMemoryUnit unit = engagement.unit(
                        new BusinessUnitId(directories.get(0).organization().id() + "-campaigns"));
                unit.users().stream()
                        .filter(user -> !user.recycled())
                        .map(EngagementUser::id)
                        .findFirst()
                        .ifPresent(id -> unit.edit(id, values -> values.with(UserField.ROLE, "Sales Manager")));
            }
        };

        boolean inStep = walk.run();

        assertThat(inStep).isFalse();
        assertThat(lastLine()).startsWith("NOT in step: ");
    }

    @Test
    void refusesAFolderWithoutOrganizations(@TempDir Path empty) {
        int exitCode = run("engagement", "--organizations", empty.toString());

        assertThat(exitCode).isEqualTo(2);
        assertThat(errors.toString()).contains("has no folders");
    }
}
