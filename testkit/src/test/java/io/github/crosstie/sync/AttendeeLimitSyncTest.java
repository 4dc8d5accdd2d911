package io.github.crosstie.sync;

import static io.github.crosstie.item.EventFields.LOCATION;
import static io.github.crosstie.item.EventFields.OPTIONAL_ATTENDEES;
import static io.github.crosstie.item.EventFields.REQUIRED_ATTENDEES;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.apply.Outcome;
import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.configuration.InvitationPolicy;
import io.github.crosstie.configuration.PrivateEventPolicy;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.OccurrenceExceptions;
import io.github.crosstie.item.OriginalStart;
import io.github.crosstie.item.Recurrence;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.testkit.Items;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Meetings with more attendees than flow. */
class AttendeeLimitSyncTest {

    private final Enrollment user = Enrollment.events();

    private Item.Builder event() {
        return Items.meeting("Assembly", ZonedDateTime.now(user.clock).plusDays(2), Duration.ofHours(1));
    }

    private static Set<String> guests(String name, int count) {
        Set<String> guests = new TreeSet<>();
        IntStream.range(0, count).forEach(number -> guests.add(name + number + "@example.com"));
        return guests;
    }

    private Item held(Side side) {
        return user.on(side).item(user.newest(side)).orElseThrow();
    }

    private static void assertReported(RoundReport report) {
        assertThat(report.outcomes())
                .extracting(Outcome::code)
                .contains(OutcomeCode.TOO_MANY_ATTENDEES, OutcomeCode.DONE);
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    @DisplayName("S8: fifty attendees flow")
    void carriesFifty(Side side) {
        user.on(side)
                .create(event().set(REQUIRED_ATTENDEES, guests("guest", 50)).build());

        user.run();

        assertThat(held(side.other())).isEqualTo(held(side));
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    @DisplayName(
            "S8: of fifty-one attendees, required or optional, none flows; the rest of the event does, and it is told")
    void carriesTheRest(Side side) {
        user.on(side)
                .create(event().set(LOCATION, "Hall")
                        .set(REQUIRED_ATTENDEES, guests("guest", 30))
                        .set(OPTIONAL_ATTENDEES, guests("other", 21))
                        .build());

        RoundReport report = user.run();

        assertReported(report);
        assertThat(held(side.other())).isEqualTo(event().set(LOCATION, "Hall").build());
        assertThat(user.run().outcomes()).as("told once").isEmpty();
    }

    @Test
    @DisplayName("S4: a linked meeting that grows too large keeps its attendees on both sides as they are")
    void leavesAttendeesAsTheyAre() {
        ItemId crm = user.crm.create(
                event().set(REQUIRED_ATTENDEES, guests("guest", 3)).build());
        user.run();

        user.crm.edit(
                crm, event -> event.set(REQUIRED_ATTENDEES, guests("guest", 60)).set(LOCATION, "Hall"));
        RoundReport report = user.run();

        assertReported(report);
        assertThat(held(Side.MAIL).get(REQUIRED_ATTENDEES)).contains(guests("guest", 3));
        assertThat(held(Side.MAIL).get(LOCATION)).contains("Hall");
        assertThat(held(Side.CRM).get(REQUIRED_ATTENDEES)).contains(guests("guest", 60));
    }

    @Test
    @DisplayName("S4: an attendee added to the copy without attendees does not replace the many of the original")
    void neverShortensTheList() {
        user.crm.create(event().set(REQUIRED_ATTENDEES, guests("guest", 60)).build());
        user.run();

        user.mail.edit(
                user.newest(Side.MAIL),
                event ->
                        event.set(REQUIRED_ATTENDEES, Set.of("new@example.com")).set(LOCATION, "Hall"));
        user.run();

        assertThat(held(Side.CRM).get(REQUIRED_ATTENDEES)).contains(guests("guest", 60));
        assertThat(held(Side.CRM).get(LOCATION)).contains("Hall");
    }

    @Test
    @DisplayName("S8: additions on both sides that are too many together stay where they are")
    void countsTheMergedList() {
        ItemId crm = user.crm.create(event().build());
        user.run();

        user.crm.edit(crm, event -> event.set(REQUIRED_ATTENDEES, guests("guest", 30)));
        user.mail.edit(user.newest(Side.MAIL), event -> event.set(REQUIRED_ATTENDEES, guests("other", 30)));
        user.run();

        assertThat(held(Side.CRM).get(REQUIRED_ATTENDEES)).contains(guests("guest", 30));
        assertThat(held(Side.MAIL).get(REQUIRED_ATTENDEES)).contains(guests("other", 30));
    }

    @Test
    @DisplayName("S8: a meeting that shrinks below the limit gets its attendees across")
    void flowsOnceThereAreFewEnough() {
        ItemId crm = user.crm.create(
                event().set(REQUIRED_ATTENDEES, guests("guest", 60)).build());
        user.run();

        user.crm.edit(crm, event -> event.set(REQUIRED_ATTENDEES, guests("guest", 40)));
        user.run();

        assertThat(held(Side.MAIL).get(REQUIRED_ATTENDEES)).contains(guests("guest", 40));
    }

    @Test
    @DisplayName(
            "S8: attendees of single occurrences count, and stay where they are; the rest of their occurrences flows")
    void countsAttendeesOfOccurrences() {
        OriginalStart second =
                new OriginalStart.At(ZonedDateTime.now(user.clock).plusDays(9));
        Item elsewhere = Item.event().set(LOCATION, "Cellar").build();
        Item crowded = elsewhere.toBuilder()
                .set(OPTIONAL_ATTENDEES, guests("other", 30))
                .build();
        Item.Builder series = event().set(EventFields.RECURRENCE, Recurrence.parse("FREQ=WEEKLY;COUNT=4"));
        user.crm.create(series.set(REQUIRED_ATTENDEES, guests("guest", 30))
                .set(EventFields.EXCEPTIONS, OccurrenceExceptions.of(second, crowded))
                .build());

        assertReported(user.run());

        assertThat(held(Side.MAIL))
                .isEqualTo(series.clear(REQUIRED_ATTENDEES)
                        .set(EventFields.EXCEPTIONS, OccurrenceExceptions.of(second, elsewhere))
                        .build());
    }

    @Test
    @DisplayName("S8: with a limit of none, the event flows without its attendees and responses")
    void mayBeNone() {
        user.eventSettings(PrivateEventPolicy.OFF, InvitationPolicy.NEVER, 0);
        user.mail.create(event().set(REQUIRED_ATTENDEES, guests("guest", 1))
                .set(EventFields.RESPONSES, Set.of("guest0@example.com=ACCEPTED"))
                .build());

        assertReported(user.run());

        assertThat(held(Side.CRM)).isEqualTo(event().build());
    }
}
