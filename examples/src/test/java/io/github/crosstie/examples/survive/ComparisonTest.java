package io.github.crosstie.examples.survive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import java.time.Clock;
import java.util.Map;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What both sides hold, compared with what was typed,")
class ComparisonTest {

    private final ShiftedClock clock = new ShiftedClock(Clock.systemUTC());
    private final Systems systems = new Systems(clock);
    private final People people =
            new People(systems, RandomGeneratorFactory.of("L64X128MixRandom").create(3), clock.instant());

    @AfterEach
    void close() {
        systems.close();
    }

    @Test
    @DisplayName("is in step when each record is on both sides")
    void isInStep() {
        inStep();

        assertThat(Comparison.of(people, systems).summary()).isEqualTo("in step: 9 items, 0 lost, 0 duplicated");
    }

    @Test
    @DisplayName("is lost where a record is on one side alone")
    void countsWhatIsMissing() {
        people.make(9);

        assertThat(Comparison.of(people, systems).summary()).isEqualTo("NOT in step: 9 items, 9 lost, 0 duplicated");
    }

    @Test
    @DisplayName("is lost where a value is another one")
    void countsWhatDiffers() {
        inStep();
        SeenRecord contact = systems.records(Side.MAIL, ItemKind.CONTACT).get(0);
        systems.edit(Side.MAIL, ItemKind.CONTACT, contact.id(), Map.of(KeptValue.JOB_TITLE, "nobody typed this"));

        Comparison comparison = Comparison.of(people, systems);

        assertThat(comparison.summary()).isEqualTo("NOT in step: 9 items, 1 lost, 0 duplicated");
        assertThat(comparison.faults()).singleElement().asString().contains("JOB_TITLE is 'nobody typed this'");
    }

    @Test
    @DisplayName("is duplicated where a record is twice on a side")
    void countsWhatIsThereTwice() {
        inStep();
        SeenRecord event = systems.records(Side.CRM, ItemKind.EVENT).get(0);
        systems.create(Side.CRM, ItemKind.EVENT, event.values());

        assertThat(Comparison.of(people, systems).summary()).isEqualTo("NOT in step: 9 items, 0 lost, 1 duplicated");
    }

    @Test
    @DisplayName("is duplicated where a record is back that was deleted")
    void countsWhatIsBack() {
        inStep();
        people.settled(people.beginRound());
        people.delete();

        assertThat(Comparison.of(people, systems).summary()).isEqualTo("NOT in step: 8 items, 0 lost, 1 duplicated");
    }

    /** As a sync would do it. */
    private void inStep() {
        people.make(9);
        for (ItemKind kind : ItemKind.values()) {
            people.expected(kind).forEach((name, record) -> {
                for (Side side : Side.values()) {
                    boolean isThere = systems.records(side, kind).stream()
                            .anyMatch(there -> name.equals(there.values().get(KeptValue.name(kind))));
                    if (!isThere) {
                        systems.create(side, kind, record.values());
                    }
                }
            });
        }
    }
}
