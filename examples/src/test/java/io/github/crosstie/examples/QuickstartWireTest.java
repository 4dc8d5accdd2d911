package io.github.crosstie.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.assignment.OrganizationSetup;
import io.github.crosstie.directory.User;
import io.github.crosstie.examples.systems.Systems;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.report.RosterText;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class QuickstartWireTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T08:00:00Z"), ZoneOffset.UTC);
    private static final SampleSystems SYSTEMS = new SampleSystems(null, Set.of(), CLOCK);

    private final StringWriter output = new StringWriter();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @Test
    void endsInStepAndSaysWhatEachServerWasAsked() {
        boolean inStep = run(SYSTEMS.onServers(), desk -> {});

        assertThat(output.toString())
                .contains("Second sync: 11 users, 87 writes, 11 overwritten values kept in the journal")
                .containsPattern("Salesforce, organization 00D5g000001Lk01EAC: [1-9]\\d+ requests")
                .containsPattern("Salesforce, organization 00D5g000002Lk01EAC: [1-9]\\d+ requests")
                .containsPattern("Salesforce, organization 00D5g000003Lk01EAC: [1-9]\\d+ requests")
                .containsPattern("Exchange Web Services, 10 mailboxes: [1-9]\\d+ requests")
                .containsPattern("Microsoft Graph, 9 mailboxes: [1-9]\\d+ requests");
        assertThat(output.toString().strip()).endsWith("in step: 83 items, 0 lost, 0 duplicated");
        assertThat(inStep).isTrue();
    }

    @Test
    void readsOverTheWireWhatTheFilesSay() {
        try (Systems inMemory = SYSTEMS.inMemory();
                Systems onServers = SYSTEMS.onServers()) {
            assertThat(users(onServers)).isEqualTo(users(inMemory));
            assertThat(rosters(onServers)).isEqualTo(rosters(inMemory));
        }
    }

    private static List<List<User>> users(Systems systems) {
        return systems.directories().stream()
                .map(directory -> directory.users().all())
                .toList();
    }

    private static String rosters(Systems systems) {
        return setups(systems).stream()
                .map(setup -> RosterText.of(setup.roster()))
                .collect(Collectors.joining());
    }

    private static List<OrganizationSetup> setups(Systems systems) {
        return systems.directories().stream()
                .map(directory -> new OrganizationSetup(directory, SampleConfigurations.of(directory)))
                .toList();
    }

    @Test
    void noticesAValueThatAPersonOnAServerSpoils() throws IOException {
        SmallOrganization.saveWithRecord(folder.resolve("acme"));
        Systems systems = new SampleSystems(folder, Set.of(), CLOCK).onServers();

        boolean inStep = run(
                systems,
                desk -> desk.screen(Side.MAIL, ItemKind.CONTACT)
                        .edit("ada@analytical.example", ContactFields.SURNAME, "Spoiled"));

        assertThat(inStep).isFalse();
        assertThat(output.toString()).contains("surname is Spoiled, typed was Lovelace");
        assertThat(output.toString().strip()).endsWith(" 1 lost, 0 duplicated");
    }

    @Test
    void refusesAnOrganizationThatNoServerCouldName() throws IOException {
        SmallOrganization.save(folder.resolve("acme"));

        int exit = execute("quickstart", "--wire", "--organizations", folder.toString());

        assertThat(exit).isEqualTo(2);
        assertThat(output.toString()).contains("acme/Organization.json", "FROM Organization");
    }

    @Test
    void takesASandboxForOne() throws IOException {
        SmallOrganization.saveWithRecord(folder.resolve("acme"));

        int exit = execute("quickstart", "--wire", "--organizations", folder.toString(), "--sandbox", "acme");

        assertThat(output.toString()).contains("Acme (sandbox): 1 of 1 users sync");
        assertThat(exit).isZero();
    }

    private boolean run(Systems systems, Consumer<Desk> spoil) {
        try (systems) {
            return new Quickstart(
                    setups(systems),
                    systems,
                    EngineMemory.ofThisProcess(),
                    CLOCK,
                    new PrintWriter(output),
                    Progress.silent(),
                    QuickstartReport.in(folder.resolve("report.html"))) {
                @Override
                void afterLastSync() {
                    spoil.accept(desks().values().iterator().next());
                }
            }.run();
        }
    }

    private int execute(String... arguments) {
        CommandLine commandLine = CrosstieExamples.commandLine();
        commandLine.setOut(new PrintWriter(output, true));
        commandLine.setErr(new PrintWriter(output, true));
        return commandLine.execute(ReportArgument.in(folder, arguments));
    }
}
