package io.github.crosstie.sync;

import static io.github.crosstie.item.EventFields.LOCATION;
import static io.github.crosstie.item.EventFields.ORGANIZER;
import static io.github.crosstie.item.EventFields.REQUIRED_ATTENDEES;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.apply.Outcome;
import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.configuration.DeletePolicy;
import io.github.crosstie.configuration.FieldMapping;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.testkit.Items;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Copies of meetings that somebody else organizes. */
class OrganizerSyncTest {

    private static final String CHARLES = "charles@example.com";
    private static final Set<String> ADA = Set.of("ada@example.com");

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

    private Item.Builder copy() {
        return event("Review", 2).set(ORGANIZER, CHARLES).set(REQUIRED_ATTENDEES, ADA);
    }

    /** The CRM holds no organizer, as some do not. */
    private void withoutOrganizerInTheCrm() {
        user.settings(change -> change.fields(EventFields.STANDARD.stream()
                .filter(field -> !field.equals(ORGANIZER))
                .map(FieldMapping::same)
                .toList()));
    }

    /** A linked event of which the mailbox says later that Charles organizes it. */
    private ItemId handedOver() {
        user.crm.create(event("Review", 2).build());
        user.run();
        ItemId mail = user.newest(Side.MAIL);
        user.mail.edit(mail, event -> event.set(ORGANIZER, CHARLES).set(REQUIRED_ATTENDEES, ADA));
        user.run();
        return mail;
    }

    private void assertNothingFlowed(RoundReport report) {
        assertThat(report.writes()).isZero();
        assertThat(report.outcomes()).extracting(Outcome::code).containsExactly(OutcomeCode.NOT_ORGANIZER);
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    @DisplayName("S8: an attendee's copy is not created on the other side")
    void createsNothingOfACopy(Side side) {
        user.on(side).create(copy().build());

        assertNothingFlowed(user.run());

        assertThat(user.on(side.other()).items()).hasSize(2);
        assertThat(user.run().outcomes()).as("nothing new, nothing looked at").isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    @DisplayName("S8: edits on an attendee's copy are left alone, on both sides")
    void leavesEditsAlone(Side side) {
        handedOver();
        user.on(side).edit(user.newest(side), event -> event.set(LOCATION, "Hall"));

        assertNothingFlowed(user.run());

        assertThat(user.run().outcomes()).isEmpty();
    }

    @Test
    @DisplayName("S8: the handing over itself does not flow")
    void stopsAtTheHandingOver() {
        handedOver();

        assertThat(user.crm.item(user.newest(Side.CRM)))
                .contains(event("Review", 2).build());
    }

    @Test
    @DisplayName("S8: a meeting that becomes the user's flows again, with what was edited meanwhile on both sides")
    void flowsAgain() {
        ItemId mail = handedOver();
        user.crm.edit(user.newest(Side.CRM), event -> event.set(EventFields.BODY, "Agenda"));
        user.mail.edit(mail, event -> event.set(LOCATION, "Hall"));
        user.run();

        user.mail.edit(mail, event -> event.set(ORGANIZER, "ada@example.com"));
        user.run();

        assertThat(user.crm.item(user.newest(Side.CRM)).orElseThrow().get(LOCATION))
                .contains("Hall");
        assertThat(user.mail.item(mail).orElseThrow().get(EventFields.BODY)).contains("Agenda");
    }

    @Test
    @DisplayName("S2: a CRM record of the same meeting is recognised: neither duplicated, nor overwritten")
    void recognisesTheCrmRecord() {
        user.mail.create(copy().set(LOCATION, "Hall").build());
        user.crm.create(event("Review", 2).build());

        RoundReport report = user.run();

        assertThat(report.writes()).isZero();
        assertThat(report.plan().orElseThrow().header().totals().matches()).isOne();
        assertThat(user.mail.items()).hasSize(3);
        assertThat(user.crm.item(user.newest(Side.CRM)))
                .contains(event("Review", 2).build());
        assertThat(user.run().outcomes()).isEmpty();
    }

    @Test
    @DisplayName("S2: of two equal events in the mailbox, the CRM's goes with the user's own")
    void prefersTheOwnMeeting() {
        user.mail.create(copy().build());
        ItemId own = user.mail.create(event("Review", 2).build());
        user.crm.create(event("Review", 2).build());

        user.run();
        user.crm.edit(user.newest(Side.CRM), event -> event.set(LOCATION, "Hall"));
        user.run();

        assertThat(user.mail.item(own).orElseThrow().get(LOCATION)).contains("Hall");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName(
            "S11: an attendee's copy that is deleted takes nothing along, whether or not the CRM holds the organizer")
    void keepsTheCrmRecord(boolean crmHoldsOrganizer) {
        if (!crmHoldsOrganizer) {
            withoutOrganizerInTheCrm();
        }
        user.mail.delete(handedOver());

        user.run();
        user.crm.edit(user.newest(Side.CRM), event -> event.set(LOCATION, "Hall"));
        user.run();

        assertThat(user.crm.items()).hasSize(3);
        assertThat(user.mail.items()).as("nor does it come back").hasSize(2);
    }

    @Test
    @DisplayName("S11: a recognised copy that is deleted takes nothing along, and does not come back")
    void keepsTheRecognisedRecord() {
        withoutOrganizerInTheCrm();
        ItemId copy = user.mail.create(copy().build());
        user.crm.create(event("Review", 2).build());
        user.run();

        user.mail.delete(copy);
        user.run();
        user.run();

        assertThat(user.crm.items()).hasSize(3);
        assertThat(user.mail.items()).hasSize(2);
    }

    @Test
    @DisplayName("S11: a CRM record that is deleted leaves the attendee's copy in the mailbox")
    void keepsTheCopy() {
        ItemId mail = handedOver();

        user.crm.delete(user.newest(Side.CRM));
        user.run();
        user.run();

        assertThat(user.mail.item(mail)).isPresent();
        assertThat(user.crm.items()).as("nor is it created again").hasSize(2);
    }

    @Test
    @DisplayName("S11: the handing over and the deletion may come in one round")
    void keepsTheCopyThatWasHandedOverJustNow() {
        user.crm.create(event("Review", 2).build());
        user.run();
        ItemId mail = user.newest(Side.MAIL);
        user.mail.edit(mail, event -> event.set(ORGANIZER, CHARLES));
        user.crm.delete(user.newest(Side.CRM));

        user.run();

        assertThat(user.mail.item(mail)).isPresent();
        assertThat(user.crm.items()).hasSize(2);
    }

    @Test
    @DisplayName("S8: a CRM that does not hold the organizer still never writes to an attendee's copy")
    void asksTheMailbox() {
        withoutOrganizerInTheCrm();
        user.crm.create(event("Review", 2).build());
        user.run();
        ItemId mail = user.newest(Side.MAIL);
        user.mail.edit(mail, event -> event.set(ORGANIZER, CHARLES));
        user.crm.edit(user.newest(Side.CRM), event -> event.set(LOCATION, "Hall"));

        assertNothingFlowed(user.run());
    }
}
