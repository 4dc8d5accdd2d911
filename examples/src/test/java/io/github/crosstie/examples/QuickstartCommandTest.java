package io.github.crosstie.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.assignment.OrganizationSetup;
import io.github.crosstie.examples.systems.Systems;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class QuickstartCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @Test
    void runsOnTheBundledOrganizations() {
        int exit = run("quickstart");

        assertThat(exit).isZero();
        assertThat(out.toString().strip()).endsWith("0 lost, 0 duplicated");
    }

    @Test
    void takesAFolderWithoutRecordForProductionUnderTheFoldersName() throws IOException {
        organization("acme");

        int exit = run("quickstart", "--organizations", folder.toString());

        assertThat(exit).isZero();
        assertThat(out.toString()).contains("acme: 1 of 1 users sync");
    }

    @Test
    @DisplayName("S13: deletions that are many for an organization wait for a person, who releases them")
    void releasesDeletionsThatTheGuardHolds() throws IOException {
        SmallOrganization.save(folder.resolve("acme"), 30);

        int exit = run("quickstart", "--organizations", folder.toString());

        assertThat(out.toString())
                .contains("Second sync: 30 users", "Sync of what was released: 30 users, 12 writes")
                .contains("The guard holds 12 deletions");
        assertThat(exit).isZero();
    }

    @Test
    void marksASandboxByName() throws IOException {
        organization("acme");

        run("quickstart", "--organizations", folder.toString(), "--sandbox", "acme");

        assertThat(out.toString()).contains("acme (sandbox): 1 of 1 users sync");
    }

    @Test
    void refusesASandboxThatIsNotThere() throws IOException {
        organization("acme");

        int exit = run("quickstart", "--organizations", folder.toString(), "--sandbox", "acne");

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).contains("acne").contains("no organization folder");
    }

    @Test
    void takesConfigurationsThatNameTargetsByDeveloperName() throws IOException {
        organization("acme");
        Path file = folder.resolve("configurations.json");
        Files.writeString(file, """
                {"organizations": {"acme": {"configurations": [
                  {"id": "by-name", "assignments": [{"role": "Sales"}],
                   "contacts": {"direction": "both"}, "events": {"direction": "both"}}]}}}
                """);

        int exit = run("quickstart", "--organizations", folder.toString(), "--configurations", file.toString());

        assertThat(err.toString()).isEmpty();
        assertThat(exit).isZero();
        assertThat(out.toString()).containsPattern("by-name +1 ");
    }

    @Test
    void refusesASettingItDoesNotKnow() throws IOException {
        organization("acme");
        Path file = folder.resolve("configurations.json");
        Files.writeString(file, "{\"organizations\": {\"acme\": {\"configurationz\": []}}}");

        int exit = run("quickstart", "--organizations", folder.toString(), "--configurations", file.toString());

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).contains("configurationz");
    }

    @Test
    void readsBackTheConfigurationsItWrites() {
        Path file = folder.resolve("written.json");
        run("quickstart", "--write-configurations", file.toString());
        String first = out.toString();
        out.getBuffer().setLength(0);

        int exit = run("quickstart", "--configurations", file.toString());

        assertThat(exit).isZero();
        assertThat(out.toString().lines().limit(20).toList())
                .isEqualTo(first.lines().limit(20).toList());
    }

    @Test
    void doesNotOverwriteConfigurations() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.json"), "mine");

        int exit = run("quickstart", "--write-configurations", file.toString());

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).contains("mine.json").contains("name a new file");
        assertThat(Files.readString(file)).isEqualTo("mine");
    }

    @Test
    void namesTheOrganizationOfAFileItRefuses() throws IOException {
        organization("acme");
        Files.delete(folder.resolve("acme/Group.json"));

        int exit = run("quickstart", "--organizations", folder.toString());

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).startsWith("acme/Group.json: ");
    }

    @Test
    void takesHiddenFoldersForNoOrganization() throws IOException {
        organization("acme");
        Files.createDirectory(folder.resolve(".git"));

        assertThat(run("quickstart", "--organizations", folder.toString())).isZero();
    }

    @Test
    void saysSoWhenSettingsCannotBeForetold() throws IOException {
        organization("acme");
        Path file = folder.resolve("configurations.json");
        Files.writeString(file, """
                {"organizations": {"acme": {"configurations": [
                  {"id": "one-way", "assignments": [{"role": "Sales"}], "contacts": {"direction": "crmToMail"}}]}}}
                """);

        int exit = run("quickstart", "--organizations", folder.toString(), "--configurations", file.toString());

        assertThat(exit).isEqualTo(1);
        assertThat(out.toString()).contains("one-way", "contacts crmToMail, events off", "Nobody is left to type");
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        int exit =
                run("quickstart", "--organizations", folder.resolve("nowhere").toString());

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).contains("--organizations", "nowhere", "a folder for each organization");
    }

    @Test
    void leavesTheReportWhereItIsToldTo() {
        Path report = folder.resolve("reports/of/today.html");

        int exit = run("quickstart", "--report", report.toString());

        assertThat(exit).isZero();
        assertThat(out.toString()).contains("In " + report, "today.csv and today.json");
        assertThat(report).content().startsWith("<!DOCTYPE html>").contains("Crosstie quickstart");
        assertThat(report.resolveSibling("today.csv")).isNotEmptyFile();
        assertThat(report.resolveSibling("today.json")).isNotEmptyFile();
    }

    @Test
    void refusesAReportThatIsNoPage() {
        assertThat(run("quickstart", "--report", folder.resolve("report.pdf").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--report", "report.pdf", "ends with .html");
        assertThat(folder.resolve("report.pdf")).doesNotExist();
    }

    @Test
    void refusesAReportThatCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");

        assertThat(run("quickstart", "--report", file.resolve("report.html").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--report", "cannot be written; name a file");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void exitsWithOneWhenAFieldIsSpoiled() {
        CommandLine spoiled = new CommandLine(new QuickstartCommand() {
            @Override
            Quickstart quickstart(
                    List<OrganizationSetup> setups, Systems systems, EngineMemory memory, QuickstartReport leaving) {
                PrintWriter terminal = new PrintWriter(out, true);
                return new Quickstart(
                        setups, systems, memory, Clock.systemUTC(), terminal, Progress.silent(), leaving) {
                    @Override
                    void afterLastSync() {
                        desks().values()
                                .iterator()
                                .next()
                                .screen(Side.MAIL, ItemKind.CONTACT)
                                .edit("rosa@new.example", ContactFields.NOTES, "spoiled");
                    }
                };
            }
        });

        int exit = execute(spoiled, "--report", folder.resolve("report.html").toString());

        assertThat(exit).isEqualTo(1);
        assertThat(out.toString().strip()).endsWith(" 1 lost, 0 duplicated");
    }

    private int run(String... arguments) {
        return execute(CrosstieExamples.commandLine(), ReportArgument.in(folder, arguments));
    }

    private int execute(CommandLine commandLine, String... arguments) {
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        return commandLine.execute(arguments);
    }

    private void organization(String name) throws IOException {
        SmallOrganization.save(folder.resolve(name));
    }
}
