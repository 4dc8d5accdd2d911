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
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class QuickstartTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T08:00:00Z"), ZoneOffset.UTC);
    private static final SampleSystems SYSTEMS = new SampleSystems(null, Set.of(), CLOCK);

    private final StringWriter output = new StringWriter();

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
                        Progress.silent())
                .run();

        assertThat(inStep).isFalse();
        assertThat(output.toString()).contains("Nobody is left to type").doesNotContain("in step");
    }

    private boolean run(Consumer<Desk> spoil) {
        Systems systems = SYSTEMS.inMemory();
        List<OrganizationSetup> setups = systems.directories().stream()
                .map(directory -> new OrganizationSetup(directory, SampleConfigurations.of(directory)))
                .toList();
        return new Quickstart(
                setups, systems, EngineMemory.ofThisProcess(), CLOCK, new PrintWriter(output), Progress.silent()) {
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
