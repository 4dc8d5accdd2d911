package io.github.crosstie.sync;

import static io.github.crosstie.item.EventFields.LOCATION;
import static io.github.crosstie.item.EventFields.OPTIONAL_ATTENDEES;
import static io.github.crosstie.item.EventFields.ORGANIZER;
import static io.github.crosstie.item.EventFields.REQUIRED_ATTENDEES;
import static io.github.crosstie.item.EventFields.RESOURCES;
import static io.github.crosstie.item.EventFields.RESPONSES;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.apply.Outcome;
import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.configuration.DeletePolicy;
import io.github.crosstie.configuration.FieldMapping;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.testkit.Items;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Meetings that the user organizes. */
class MeetingSyncTest {

    private static final Set<String> CHARLES = Set.of("charles@example.com");
    private static final Set<String> GRACE = Set.of("grace@example.com");

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

    private Item.Builder meeting(int days) {
        return event("Review", days).set(REQUIRED_ATTENDEES, CHARLES);
    }

    private Item held(Side side) {
        return user.on(side).item(user.newest(side)).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    @DisplayName(
            "S8: an event with attendees and without an organizer is its owner's meeting, and flows with its attendees")
    void createsTheOwnersMeeting(Side side) {
        user.on(side).create(meeting(2).build());

        RoundReport report = user.run();

        assertThat(report.outcomes()).extracting(Outcome::code).containsExactly(OutcomeCode.DONE);
        assertThat(held(side.other())).isEqualTo(meeting(2).build());
        assertThat(user.mailSystem.sentMail()).as("S7: silently").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@example.com", "ADA@Example.COM", "countess@example.com"})
    @DisplayName("S8: the user is the organizer by any spelling and alias of their address")
    void knowsTheUsersAddresses(String organizer) {
        user.aliases.alias("countess@example.com", "ada@example.com");
        user.mail.create(meeting(2).set(ORGANIZER, organizer).build());

        user.run();

        assertThat(user.crm.items()).hasSize(3);
        assertThat(held(Side.CRM).get(ORGANIZER)).contains(organizer);
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    @DisplayName("S8: a linked event that gains attendees, and loses them again, goes on flowing")
    void gainsAndLosesAttendees(Side side) {
        ItemId here = user.on(side).create(event("Review", 2).build());
        user.run();

        user.on(side).edit(here, event -> event.set(OPTIONAL_ATTENDEES, CHARLES).set(LOCATION, "Hall"));
        user.run();

        assertThat(held(side.other()).get(OPTIONAL_ATTENDEES)).contains(CHARLES);
        assertThat(held(side.other()).get(LOCATION)).contains("Hall");

        user.on(side).edit(here, event -> event.clear(OPTIONAL_ATTENDEES));
        user.run();

        assertThat(held(side.other()).get(OPTIONAL_ATTENDEES)).isEmpty();
        assertThat(user.mailSystem.sentMail()).isEmpty();
    }

    @Test
    @DisplayName("S4: required and optional attendees and resources stay apart, and merge by additions and removals")
    void keepsAttendeesApart() {
        ItemId crm = user.crm.create(meeting(2)
                .set(OPTIONAL_ATTENDEES, GRACE)
                .set(RESOURCES, Set.of("room@example.com"))
                .build());
        user.run();
        user.crm.edit(crm, event -> event.set(REQUIRED_ATTENDEES, Set.of("charles@example.com", "alan@example.com")));
        user.mail.edit(
                user.newest(Side.MAIL),
                event -> event.clear(OPTIONAL_ATTENDEES).set(REQUIRED_ATTENDEES, Set.of("grace@example.com")));

        user.run();

        for (Side side : Side.values()) {
            assertThat(held(side).get(REQUIRED_ATTENDEES)).contains(Set.of("alan@example.com", "grace@example.com"));
            assertThat(held(side).get(OPTIONAL_ATTENDEES)).isEmpty();
            assertThat(held(side).get(RESOURCES)).contains(Set.of("room@example.com"));
        }
    }

    @Test
    @DisplayName("S11: the deletion of the user's meeting in the CRM takes the mailbox's copy along, silently")
    void deletesTheMeeting() {
        ItemId crm = user.crm.create(meeting(2).build());
        user.run();

        user.crm.delete(crm);
        user.run();

        assertThat(user.mail.items()).hasSize(2);
        assertThat(user.mailSystem.sentMail()).as("S7").isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    @DisplayName("S11: a meeting that is over stays when its counterpart is deleted")
    void keepsPastMeetings(Side side) {
        user.on(side).create(meeting(-2).build());
        user.run();

        user.on(side).delete(user.newest(side));
        user.run();
        user.run();

        assertThat(user.on(side.other()).items()).hasSize(3);
        assertThat(user.on(side).items()).as("nor is it created again").hasSize(2);
    }

    @Test
    @DisplayName("S7: responses flow from the mailbox to the CRM")
    void carriesResponses() {
        user.mail.create(meeting(2).build());
        user.run();

        user.mail.edit(user.newest(Side.MAIL), event -> event.set(RESPONSES, Set.of("charles@example.com=TENTATIVE")));
        user.run();
        user.mail.edit(user.newest(Side.MAIL), event -> event.set(RESPONSES, Set.of("charles@example.com=ACCEPTED")));
        user.run();

        assertThat(held(Side.CRM).get(RESPONSES)).contains(Set.of("charles@example.com=ACCEPTED"));
    }

    @Test
    @DisplayName("S7: responses and the organizer never flow to the mailbox, whatever the mapping says")
    void keepsResponsesOutOfTheMailbox() {
        user.settings(change -> change.fields(EventFields.STANDARD.stream()
                .map(field -> new FieldMapping(field, field, SyncDirection.CRM_TO_MAIL))
                .toList()));
        Set<String> accepted = Set.of("charles@example.com=ACCEPTED");
        user.crm.create(meeting(2)
                .set(RESPONSES, accepted)
                .set(ORGANIZER, "ada@example.com")
                .build());
        user.run();
        user.crm.edit(
                user.newest(Side.CRM),
                event -> event.set(RESPONSES, Set.of("charles@example.com=DECLINED"))
                        .set(LOCATION, "Hall"));

        user.run();

        assertThat(held(Side.MAIL)).isEqualTo(meeting(2).set(LOCATION, "Hall").build());
    }

    @Test
    @DisplayName("S7: two spellings of an attendee's address are one attendee, added and removed as one")
    void knowsAttendeesByTheirMailbox() {
        user.crm.create(meeting(2).build());
        user.mail.create(meeting(2)
                .set(REQUIRED_ATTENDEES, Set.of("Charles@Example.COM", "grace@example.com"))
                .build());
        user.run();

        assertThat(held(Side.MAIL).get(REQUIRED_ATTENDEES))
                .contains(Set.of("Charles@Example.COM", "grace@example.com"));
        assertThat(held(Side.CRM).get(REQUIRED_ATTENDEES)).contains(Set.of("charles@example.com", "grace@example.com"));

        user.crm.edit(user.newest(Side.CRM), event -> event.set(REQUIRED_ATTENDEES, GRACE));
        user.run();

        assertThat(held(Side.MAIL).get(REQUIRED_ATTENDEES)).contains(GRACE);
    }

    @Test
    @DisplayName("S2: a meeting that both sides hold is recognised, and each gets what it lacks")
    void recognisesAMeeting() {
        user.crm.create(meeting(2).build());
        user.mail.create(meeting(2).set(LOCATION, "Hall").build());

        user.run();

        assertThat(List.of(user.crm.items().size(), user.mail.items().size())).containsExactly(3, 3);
        assertThat(held(Side.CRM)).isEqualTo(held(Side.MAIL));
        assertThat(held(Side.CRM).get(LOCATION)).contains("Hall");
    }
}
