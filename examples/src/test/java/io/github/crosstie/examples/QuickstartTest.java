package io.github.crosstie.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.assignment.OrganizationSetup;
import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.AssignmentKind;
import io.github.crosstie.configuration.ConfigurationSet;
import io.github.crosstie.examples.systems.Screen;
import io.github.crosstie.examples.systems.Systems;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class QuickstartTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T08:00:00Z"), ZoneOffset.UTC);
    private static final SampleSystems SYSTEMS = new SampleSystems(null, Set.of(), CLOCK);

    private final StringWriter output = new StringWriter();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @Test
    void endsInStep() {
        boolean inStep = run(desk -> {});

        assertThat(inStep).isTrue();
        assertThat(lastLine()).matches("in step: [1-9]\\d* items, 0 lost, 0 duplicated");
    }

    @Test
    void noticesOneFieldThatIsSpoiled() {
        boolean inStep = run(desk -> {
            desk.screen(Side.MAIL, ItemKind.CONTACT).edit("ada@analytical.example", ContactFields.SURNAME, "Spoiled");
        });

        assertThat(inStep).isFalse();
        assertThat(output.toString()).contains("surname is Spoiled, typed was Lovelace");
        assertThat(lastLine()).startsWith("NOT in step: ").contains(" 1 lost, 0 duplicated");
    }

    @Test
    void noticesARecordThatIsThereTwice() {
        boolean inStep = run(desk -> {
            Screen contacts = desk.screen(Side.CRM, ItemKind.CONTACT);
            contacts.create(contacts.items().get(0));
        });

        assertThat(inStep).isFalse();
        assertThat(lastLine()).contains(" 0 lost, 1 duplicated");
    }

    @Test
    void noticesARecordThatIsMissing() {
        boolean inStep = run(desk -> {
            desk.screen(Side.CRM, ItemKind.CONTACT).delete("rosa@new.example");
        });

        assertThat(inStep).isFalse();
        assertThat(lastLine()).contains(" 1 lost, 0 duplicated");
    }

    @Test
    void saysTheSameEachTime() {
        run(desk -> {});
        String first = output.toString();
        output.getBuffer().setLength(0);

        run(desk -> {});

        assertThat(output.toString()).isEqualTo(first);
    }

    @Test
    @DisplayName("A1: the sample uses all five kinds of assignment")
    void usesAllFiveKindsOfAssignment() {
        Set<AssignmentKind> kinds =
                SampleConfigurations.of(BundledOrganizations.read(Set.of()).get(0)).configurations().stream()
                        .flatMap(configuration -> configuration.assignments().stream())
                        .map(Assignment::kind)
                        .collect(java.util.stream.Collectors.toSet());

        assertThat(kinds).containsExactlyInAnyOrder(AssignmentKind.values());
    }

    @Test
    void saysSoWhenNobodyCanSync() {
        List<OrganizationSetup> nobody = BundledOrganizations.read(Set.of()).stream()
                .map(directory -> new OrganizationSetup(
                        directory, ConfigurationSet.of(directory.organization().id())))
                .toList();

        boolean inStep = new Quickstart(
                        nobody,
                        SYSTEMS.inMemory(),
                        EngineMemory.ofThisProcess(),
                        CLOCK,
                        new PrintWriter(output),
                        Progress.silent(),
                        report())
                .run();

        assertThat(inStep).isFalse();
        assertThat(output.toString())
                .contains("Nobody is left to type", "Who syncs and what clashes stands in " + report().page())
                .doesNotContain("in step");
    }

    @Test
    void goesTheWayOfTheRecords() {
        run(desk -> {});

        assertThat(output.toString())
                .containsSubsequence(
                        "== Who syncs by what",
                        "=> group",
                        "== What clashes",
                        "remedy: ",
                        "== What a first sync would do",
                        "11 users: 67 to create, 33 to update, 0 to delete, 22 to link (100 writes)",
                        "First sync: 11 users, 100 writes",
                        "Deletions are held: 7 deletions over 16 links",
                        "Second sync: 11 users, 87 writes",
                        "7 DELETIONS_HELD",
                        "76 DONE",
                        "CRM_TO_MAIL  HELD",
                        "The guard holds 7 deletions",
                        "Sync of what was released: 11 users, 7 writes",
                        "Third sync, nobody typing: 11 users, 0 writes",
                        "== User Sync",
                        "nothing is left to do",
                        "== The report",
                        "in step: 83 items, 0 lost, 0 duplicated");
    }

    @Test
    @DisplayName("S18: the report is one page with all that a person wants to know, and asks nobody for anything")
    void leavesAReport() throws Exception {
        run(desk -> {});

        String page = Files.readString(folder.resolve("report.html"));
        assertThat(output.toString())
                .contains("In " + folder.resolve("report.html").toAbsolutePath());
        for (String section :
                List.of("overview", "configurations", "users", "outcomes", "conflicts", "held", "plans")) {
            assertThat(page).contains("id=\"" + section + "\"");
        }
        assertThat(page)
                .contains("What to do: ", "7 deletions over 16 links", "DELETIONS_HELD", "Token <code>")
                .doesNotContain("<script", "<link", "<img", " src=", "url(", "http:", "https:");
        assertThat(parsed(page).getDocumentElement().getTagName()).isEqualTo("html");
    }

    @Test
    @DisplayName("G6: the report and what lies beside it name no subject and no value of a record")
    void masksWhatPeopleTyped() throws IOException {
        run(desk -> {});

        for (String name : List.of("report.html", "report.csv", "report.json")) {
            assertThat(folder.resolve(name))
                    .content()
                    .contains("DELETIONS_HELD")
                    .doesNotContain(
                            "Lovelace",
                            "Hopper",
                            "analytical",
                            "Compilers",
                            "Dentist",
                            "Room 4",
                            "Newcomer",
                            "Countess",
                            "Navy",
                            "@old.example");
        }
    }

    /** By a parser of XML, which bears no element that is left open. */
    private static Document parsed(String page) throws Exception {
        String text = page.replaceAll("<meta ([^>]*)>", "<meta $1/>");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }

    private QuickstartReport report() {
        return QuickstartReport.in(folder.resolve("report.html"));
    }

    private boolean run(Consumer<Desk> spoil) {
        Systems systems = SYSTEMS.inMemory();
        List<OrganizationSetup> setups = systems.directories().stream()
                .map(directory -> new OrganizationSetup(directory, SampleConfigurations.of(directory)))
                .toList();
        return new Quickstart(
                setups,
                systems,
                EngineMemory.ofThisProcess(),
                CLOCK,
                new PrintWriter(output),
                Progress.silent(),
                report()) {
            @Override
            void afterLastSync() {
                spoil.accept(desks().values().iterator().next());
            }
        }.run();
    }

    private String lastLine() {
        List<String> lines = output.toString().strip().lines().toList();
        return lines.get(lines.size() - 1);
    }
}
