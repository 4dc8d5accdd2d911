package io.github.crosstie.sync;

import static io.github.crosstie.item.EventFields.LOCATION;
import static io.github.crosstie.item.EventFields.OPTIONAL_ATTENDEES;
import static io.github.crosstie.item.EventFields.ORGANIZER;
import static io.github.crosstie.item.EventFields.REQUIRED_ATTENDEES;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.apply.Outcome;
import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.configuration.DeletePolicy;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.testkit.Items;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MeetingSyncTest {

    private static final Set<String> CHARLES = Set.of("charles@example.com");

    private final Enrollment user = Enrollment.events();

    @BeforeEach
    void otherEvents() {
        user.settings(change -> change.deletions(Side.MAIL, DeletePolicy.PROPAGATE));
        user.crm.create(event("Other", 4).build());
        user.crm.create(event("Another", 5).build());
        user.run();
    }

    private Item.Builder event(String subject, int days) {
        return Items.meeting(subject, ZonedDateTime.now(user.clock).plusDays(days), Duration.ofHours(1));
    }

    private ItemId linked(Side side) {
        user.crm.create(event("Review", 2).build());
        user.run();
        List<ItemId> ids = List.copyOf(user.on(side).items().keySet());
        return ids.get(ids.size() - 1);
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    @DisplayName("S8: a meeting of somebody else, or with anybody else, is not created on the other side")
    void createsNoMeeting(Side side) {
        List<UnaryOperator<Item.Builder>> kinds = List.of(
                event -> event.set(ORGANIZER, "charles@example.com"),
                event -> event.set(REQUIRED_ATTENDEES, CHARLES),
                event -> event.set(OPTIONAL_ATTENDEES, CHARLES));
        kinds.forEach(
                kind -> user.on(side).create(kind.apply(event("Foreign", 2)).build()));

        RoundReport report = user.run();

        assertThat(user.on(side.other()).items()).hasSize(2);
        assertThat(report.outcomes())
                .extracting(Outcome::code)
                .containsExactly(OutcomeCode.NOT_ORGANIZER, OutcomeCode.NOT_ORGANIZER, OutcomeCode.NOT_ORGANIZER);
        assertThat(((Outcome.Skipped) report.outcomes().get(0)).skip().reason())
                .contains("meetings with attendees are not synced by this version");
        assertThat(user.run().outcomes()).as("nothing new, nothing looked at").isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    @DisplayName("S8: a linked event that gains an attendee stops flowing, both ways")
    void stopsFlowing(Side side) {
        ItemId here = linked(side);
        ItemId there = linkedOther(side);
        user.on(side).edit(here, event -> event.set(REQUIRED_ATTENDEES, CHARLES).set(LOCATION, "Hall"));
        user.run();
        user.on(side.other()).edit(there, event -> event.set(LOCATION, "Kitchen"));

        RoundReport report = user.run();

        assertThat(report.writes()).isZero();
        assertThat(report.outcomes()).extracting(Outcome::code).containsExactly(OutcomeCode.NOT_ORGANIZER);
        assertThat(user.on(side).item(here).orElseThrow().get(LOCATION)).contains("Hall");
    }

    private ItemId linkedOther(Side side) {
        List<ItemId> ids = List.copyOf(user.on(side.other()).items().keySet());
        return ids.get(ids.size() - 1);
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    @DisplayName("S11: a linked event that gained an attendee stays when its counterpart is deleted")
    void staysWhenTheCounterpartIsDeleted(Side side) {
        ItemId here = linked(side);
        user.on(side).edit(here, event -> event.set(OPTIONAL_ATTENDEES, CHARLES));
        user.run();

        user.on(side.other()).delete(linkedOther(side));
        RoundReport report = user.run();

        assertThat(user.on(side).item(here)).isPresent();
        assertThat(user.on(side.other()).items()).as("nor is it created again").hasSize(2);
        assertThat(report.outcomes()).extracting(Outcome::code).containsExactly(OutcomeCode.NOT_ORGANIZER);
    }

    @Test
    @DisplayName("S11: the attendee and the deletion may come in one round")
    void staysWhenBothComeAtOnce() {
        ItemId mail = linked(Side.MAIL);
        user.mail.edit(mail, event -> event.set(REQUIRED_ATTENDEES, CHARLES));
        user.crm.delete(linkedOther(Side.MAIL));

        user.run();

        assertThat(user.mail.item(mail)).isPresent();
    }

    @Test
    @DisplayName("S8: an event that loses its attendees flows again, with what was edited meanwhile")
    void flowsAgain() {
        ItemId mail = linked(Side.MAIL);
        ItemId crm = linkedOther(Side.MAIL);
        user.mail.edit(mail, event -> event.set(REQUIRED_ATTENDEES, CHARLES).set(LOCATION, "Hall"));
        user.run();

        user.mail.edit(mail, event -> event.put(REQUIRED_ATTENDEES, null));
        user.run();

        assertThat(user.crm.item(crm).orElseThrow().get(LOCATION)).contains("Hall");
    }

    @Test
    @DisplayName(
            "S8: an event that could be the other side's meeting is not created beside it, until the meeting is gone")
    void createsNothingBesideAMeeting() {
        Item.Builder same = event("Review", 2);
        ItemId meeting = user.mail.create(same.set(REQUIRED_ATTENDEES, CHARLES).build());
        user.run();
        user.crm.create(same.put(REQUIRED_ATTENDEES, null).build());

        user.run();

        assertThat(user.mail.items()).hasSize(3);
        assertThat(user.crm.items()).hasSize(3);

        user.mail.delete(meeting);
        user.run();

        assertThat(user.mail.items()).hasSize(3).doesNotContainKey(meeting);
    }
}
