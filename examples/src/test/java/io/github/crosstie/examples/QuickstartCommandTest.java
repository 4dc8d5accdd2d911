package io.github.crosstie.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.assignment.OrganizationSetup;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.InMemoryRecords;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
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
    void exitsWithOneWhenAFieldIsSpoiled() {
        int exit = execute(new CommandLine(new QuickstartCommand() {
            @Override
            Quickstart quickstart(List<OrganizationSetup> setups, PrintWriter terminal, PrintWriter errors) {
                return new Quickstart(setups, Clock.systemUTC(), terminal, Progress.silent()) {
                    @Override
                    void afterLastSync() {
                        InMemoryRecords contacts =
                                desks().values().iterator().next().records(Side.MAIL, ItemKind.CONTACT);
                        ItemId any = contacts.items().keySet().iterator().next();
                        contacts.edit(any, item -> item.set(ContactFields.NOTES, "spoiled"));
                    }
                };
            }
        }));

        assertThat(exit).isEqualTo(1);
        assertThat(out.toString().strip()).endsWith(" 1 lost, 0 duplicated");
    }

    private int run(String... arguments) {
        return execute(CrosstieExamples.commandLine(), arguments);
    }

    private int execute(CommandLine commandLine, String... arguments) {
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        return commandLine.execute(arguments);
    }

    private void organization(String name) throws IOException {
        Path organization = Files.createDirectory(folder.resolve(name));
        write(organization, "Profile", "{\"Id\": \"00e000000000001\", \"Name\": \"Sales\"}");
        write(
                organization,
                "UserRole",
                "{\"Id\": \"00E000000000001\", \"DeveloperName\": \"Sales\", \"Name\": \"Sales\","
                        + " \"ParentRoleId\": null, \"PortalType\": \"None\"}");
        write(
                organization,
                "User",
                "{\"Id\": \"005000000000001\", \"Username\": \"anna@acme.example\", \"Email\": \"anna@acme.example\","
                        + " \"LastName\": \"Berg\", \"IsActive\": true, \"ProfileId\": \"00e000000000001\","
                        + " \"UserRoleId\": \"00E000000000001\"}");
        write(organization, "Group", "");
        write(organization, "GroupMember", "");
    }

    private static void write(Path organization, String object, String record) throws IOException {
        int size = record.isEmpty() ? 0 : 1;
        Files.writeString(
                organization.resolve(object + ".json"),
                "{\"totalSize\": " + size + ", \"done\": true, \"records\": [" + record + "]}",
                StandardCharsets.UTF_8);
    }
}
