package io.github.crosstie.testkit.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.connector.Capabilities;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sides that can do less than the simulator knows of, and are right all the same. */
class NarrowSideTest {

    private static final int HISTORIES = 600;

    @Test
    @DisplayName("a side with few fields and no tags passes, and is spared the faults that only tags survive")
    void passesWithFewFieldsAndWithoutTags() {
        Summary summary = run(false, ContactFields.GIVEN_NAME, ContactFields.EMAIL_ADDRESS, ContactFields.NOTES);

        assertThat(summary.failures()).extracting(History::describe).isEmpty();
        assertThat(summary.faults())
                .doesNotContainKeys(FaultKind.CRASH, FaultKind.LOST_ANSWER, FaultKind.LATE_REQUEST, FaultKind.ZOMBIE)
                .containsKeys(FaultKind.UNAVAILABLE, FaultKind.USER_EDIT);
    }

    @Test
    @DisplayName("a side with tags and few fields passes with all faults")
    void passesWithFewFields() {
        Summary summary = run(true, ContactFields.SURNAME, ContactFields.EMAIL_ADDRESS, ContactFields.DEPARTMENT);

        assertThat(summary.failures()).extracting(History::describe).isEmpty();
        assertThat(summary.faults()).containsKeys(FaultKind.CRASH, FaultKind.LOST_ANSWER, FaultKind.ZOMBIE);
    }

    @Test
    void passesWithoutAddresses() {
        Summary summary = run(true, ContactFields.GIVEN_NAME, ContactFields.SURNAME, ContactFields.NOTES);

        assertThat(summary.failures()).extracting(History::describe).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("a side on which people copy nothing passes: who was never made is not missing")
    void passesWithoutCopies(ItemKind kind) {
        Simulation simulation = Simulation.builder()
                .kind(kind)
                .crm((traits, clock) ->
                        new PlainSide(InMemorySide.on(Side.CRM, kind).create(traits, clock), Set.of()))
                .build();

        assertThat(Campaign.random(simulation, 0, HISTORIES).failures())
                .extracting(History::describe)
                .isEmpty();
    }

    @Test
    @DisplayName("a side whose series keep their rule passes, and nobody tries to change one")
    void passesWithFixedRules() {
        Simulation simulation = Simulation.builder()
                .kind(ItemKind.EVENT)
                .crm((traits, clock) -> new PlainSide(
                        InMemorySide.on(Side.CRM, ItemKind.EVENT).create(traits, clock),
                        Set.of(EventFields.RECURRENCE)))
                .build();

        assertThat(Campaign.random(simulation, 0, HISTORIES).failures())
                .extracting(History::describe)
                .isEmpty();
    }

    @Test
    void refusesASideOnWhichNobodyCanBeTold() {
        assertThatThrownBy(() -> simulation(true, ContactFields.SURNAME, ContactFields.NOTES)
                        .run(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("declare emailAddress");
    }

    @Test
    void refusesASideOnWhichNothingCanBeEdited() {
        assertThatThrownBy(() -> simulation(true, ContactFields.SURNAME, ContactFields.EMAIL_ADDRESS)
                        .run(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("people can edit none");
    }

    private static Summary run(boolean tags, Field<?>... fields) {
        return Campaign.random(simulation(tags, fields), 0, HISTORIES);
    }

    private static Simulation simulation(boolean tags, Field<?>... fields) {
        Capabilities able =
                Capabilities.full(ItemKind.CONTACT).withFields(List.of(fields)).withCorrelation(tags);
        return Simulation.builder()
                .crm((traits, clock) ->
                        InMemorySide.create(Side.CRM, traits, clock, Capabilities.full(ItemKind.CONTACT)))
                .mail((traits, clock) -> InMemorySide.create(Side.MAIL, traits, clock, able))
                .build();
    }
}
