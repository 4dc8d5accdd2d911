package io.github.crosstie.sync;

import static io.github.crosstie.item.EventFields.EXCEPTIONS;
import static io.github.crosstie.item.EventFields.LOCATION;
import static io.github.crosstie.item.EventFields.ORGANIZER;
import static io.github.crosstie.item.EventFields.RECURRENCE;
import static io.github.crosstie.item.EventFields.REQUIRED_ATTENDEES;
import static io.github.crosstie.item.EventFields.SUBJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.apply.Outcome;
import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.configuration.DeletePolicy;
import io.github.crosstie.configuration.InvitationPolicy;
import io.github.crosstie.connector.Capabilities;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.OccurrenceExceptions;
import io.github.crosstie.item.OriginalStart;
import io.github.crosstie.item.Recurrence;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.SentMail;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.plan.PlannedChange;
import io.github.crosstie.plan.SyncPlan;
import io.github.crosstie.report.PlanText;
import io.github.crosstie.testkit.Items;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which writes reach attendees, by the setting and by what the mail server can. */
class InvitationSyncTest {

    private static final String CHARLES = "charles@example.com";
    private static final String GRACE = "grace@example.com";

    private final Enrollment user = Enrollment.events();
    private final Enrollment loud = loud();

    /** A mail server that tells attendees of every write. */
    static Enrollment loud() {
        return Enrollment.events(mailbox -> mailbox.capabilities(
                ItemKind.EVENT, Capabilities.full(ItemKind.EVENT).withSilentWrites(false)));
    }

    private Item.Builder review() {
        return Items.meeting("Review", ZonedDateTime.now(user.clock).plusDays(2), Duration.ofHours(1));
    }

    private Item meeting() {
        return review().set(REQUIRED_ATTENDEES, Set.of(CHARLES)).build();
    }

    private static Item held(Enrollment user, Side side) {
        return user.on(side).item(user.newest(side)).orElseThrow();
    }

    private static void with(Enrollment user, int others) {
        for (int i = 0; i < others; i++) {
            user.crm.create(
                    Items.meeting("Other " + i, ZonedDateTime.now(user.clock).plusDays(4 + i), Duration.ofHours(1))
                            .build());
        }
        user.run();
    }

    private static void assertRefused(RoundReport report) {
        assertThat(report.outcomes()).extracting(Outcome::code).contains(OutcomeCode.WOULD_NOTIFY);
        assertThat(report.outcomes())
                .filteredOn(outcome -> outcome.code() == OutcomeCode.WOULD_NOTIFY)
                .allSatisfy(outcome ->
                        assertThat(((Outcome.Skipped) outcome).skip().reason()).contains("let it send invitations"));
    }

    @Test
    @DisplayName("S7: a meeting is not created in a mailbox that would invite people unasked; other events are")
    void refusesToCreate() {
        loud.crm.create(review().build());
        loud.crm.create(meeting().toBuilder().set(SUBJECT, "Meeting").build());

        RoundReport report = loud.run();

        assertRefused(report);
        assertThat(loud.mail.items().values()).containsExactly(review().build());
        assertThat(loud.mailSystem.sentMail()).isEmpty();
        assertThat(loud.run().outcomes()).as("told once").isEmpty();
    }

    @Test
    @DisplayName(
            "S7: an edit in the CRM is not written to a meeting whose attendees would be told; the mailbox's edits flow")
    void refusesToUpdate() {
        loud.mail.create(meeting());
        loud.run();
        loud.crm.edit(loud.newest(Side.CRM), event -> event.set(SUBJECT, "Second review"));
        loud.mail.edit(loud.newest(Side.MAIL), event -> event.set(LOCATION, "Hall"));

        assertRefused(loud.run());

        assertThat(held(loud, Side.MAIL).get(SUBJECT)).contains("Review");
        assertThat(held(loud, Side.CRM))
                .isEqualTo(meeting().toBuilder()
                        .set(SUBJECT, "Second review")
                        .set(LOCATION, "Hall")
                        .build());
        assertThat(loud.mailSystem.sentMail()).isEmpty();
        assertThat(loud.run().outcomes()).as("told once").isEmpty();
    }

    @Test
    @DisplayName("S7: a refused edit is kept, and flows when it may")
    void keepsTheRefusedEdit() {
        loud.mail.create(meeting());
        loud.run();
        loud.crm.edit(loud.newest(Side.CRM), event -> event.set(SUBJECT, "Second review"));
        loud.run();

        loud.invitations(InvitationPolicy.SEND);
        loud.mail.edit(loud.newest(Side.MAIL), event -> event.set(LOCATION, "Hall"));
        loud.run();

        assertThat(held(loud, Side.MAIL)).isEqualTo(held(loud, Side.CRM));
        assertThat(held(loud, Side.MAIL).get(SUBJECT)).contains("Second review");
    }

    @Test
    @DisplayName("S7: an edit that is refused keeps no other edit from being tried again")
    void looksAgainAtWhatWasOvertaken() {
        loud.mail.create(meeting());
        loud.run();
        loud.crm.edit(loud.newest(Side.CRM), event -> event.set(SUBJECT, "Second review"));
        loud.mail.edit(loud.newest(Side.MAIL), event -> event.set(LOCATION, "Hall"));
        ItemId crm = loud.newest(Side.CRM);
        boolean[] edited = {false};
        loud.crm.faults().beforeWrite(write -> {
            if (!edited[0]) {
                edited[0] = true;
                loud.crm.edit(crm, event -> event.set(SUBJECT, "Third review"));
            }
        });

        loud.run();

        assertThat(held(loud, Side.CRM).get(LOCATION)).contains("Hall");
    }

    @Test
    @DisplayName("S7, S11: a meeting is not deleted from a mailbox that would cancel it")
    void refusesToDelete() {
        with(loud, 2);
        loud.mail.create(meeting());
        loud.run();

        loud.crm.delete(loud.newest(Side.CRM));
        assertRefused(loud.run());

        assertThat(loud.mail.items()).hasSize(3);
        assertThat(loud.crm.items()).hasSize(2);
        assertThat(loud.mailSystem.sentMail()).isEmpty();
    }

    @Test
    @DisplayName("S7: attendees that an event gains in the CRM are not added where they would be told")
    void refusesToAddAttendees() {
        ItemId crm = loud.crm.create(review().build());
        loud.run();
        loud.crm.edit(crm, event -> event.set(REQUIRED_ATTENDEES, Set.of(CHARLES)));

        assertRefused(loud.run());

        assertThat(held(loud, Side.MAIL)).isEqualTo(review().build());
    }

    @Test
    @DisplayName("S6, S7: an occurrence with attendees of its own makes a meeting of its series; they are invited once")
    void countsAttendeesOfOccurrences() {
        OriginalStart second =
                new OriginalStart.At(ZonedDateTime.now(user.clock).plusDays(9));
        Item joined = Item.event().set(REQUIRED_ATTENDEES, Set.of(CHARLES)).build();
        loud.crm.create(review().set(RECURRENCE, Recurrence.parse("FREQ=WEEKLY;COUNT=4"))
                .set(EXCEPTIONS, OccurrenceExceptions.of(second, joined))
                .build());

        assertRefused(loud.run());
        assertThat(loud.mail.items()).isEmpty();

        loud.invitations(InvitationPolicy.SEND);
        loud.crm.edit(loud.newest(Side.CRM), event -> event.set(LOCATION, "Hall"));
        loud.run();

        assertThat(held(loud, Side.MAIL)).isEqualTo(held(loud, Side.CRM));
        assertThat(loud.mailSystem.sentMail())
                .containsExactly(new SentMail(loud.newest(Side.MAIL), SentMail.Kind.INVITATION, CHARLES));
    }

    @Test
    @DisplayName("S7: a meeting with the user alone reaches nobody")
    void knowsTheUser() {
        loud.crm.create(
                review().set(REQUIRED_ATTENDEES, Set.of("Ada@Example.com")).build());

        loud.run();

        assertThat(loud.mail.items()).hasSize(1);
        assertThat(loud.mailSystem.sentMail()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("S7, G1: with leave to invite, the plan says so beforehand, and each attendee is invited once")
    void invites(boolean canWriteSilently) {
        Enrollment host = canWriteSilently ? user : loud;
        host.invitations(InvitationPolicy.SEND);
        host.crm.create(meeting());

        SyncPlan plan = host.plan();
        assertThat(host.mailSystem.sentMail()).as("a plan sends nothing").isEmpty();
        host.run();

        assertThat(plan.header().totals().notifying()).isOne();
        assertThat(PlanText.masked(plan))
                .contains("@ the mailbox sends invitations, once an update has added the attendees")
                .contains("Mail to attendees: 1 writes make the server send it");
        assertThat(held(host, Side.MAIL)).isEqualTo(meeting());
        assertThat(host.mailSystem.sentMail())
                .containsExactly(new SentMail(host.newest(Side.MAIL), SentMail.Kind.INVITATION, CHARLES));
        assertThat(host.run().writes()).isZero();
        assertThat(host.mailSystem.sentMail()).hasSize(1);
    }

    @Test
    @DisplayName("S7: a creation never carries attendees that it would invite, as it may have to be repeated")
    void createsWithoutAttendees() {
        user.invitations(InvitationPolicy.SEND);
        user.crm.create(meeting());

        PlannedChange.Create creation =
                (PlannedChange.Create) user.plan().changes().get(0);

        assertThat(creation.content()).isEqualTo(review().build());
    }

    @Test
    @DisplayName("S7: with leave to invite, updates and deletions are declared and told")
    void tellsOfChanges() {
        user.invitations(InvitationPolicy.SEND);
        with(user, 2);
        user.crm.create(meeting());
        user.run();
        ItemId mail = user.newest(Side.MAIL);
        ItemId crm = user.newest(Side.CRM);

        user.crm.edit(crm, event -> event.set(LOCATION, "Hall").set(REQUIRED_ATTENDEES, Set.of(CHARLES, GRACE)));
        assertThat(PlanText.masked(user.plan())).contains("@ the mailbox sends mail to the attendees");
        user.run();
        user.crm.delete(crm);
        assertThat(PlanText.masked(user.plan())).contains("@ the mailbox sends cancellations to the attendees");
        user.run();

        assertThat(user.mailSystem.sentMail())
                .containsExactly(
                        new SentMail(mail, SentMail.Kind.INVITATION, CHARLES),
                        new SentMail(mail, SentMail.Kind.UPDATE, CHARLES),
                        new SentMail(mail, SentMail.Kind.INVITATION, GRACE),
                        new SentMail(mail, SentMail.Kind.CANCELLATION, CHARLES),
                        new SentMail(mail, SentMail.Kind.CANCELLATION, GRACE));
    }

    @Test
    @DisplayName("S7: an event without other people is written with leave to invite as without")
    void declaresNothingForOtherEvents() {
        user.invitations(InvitationPolicy.SEND);
        user.crm.create(review().build());

        assertThat(user.plan().header().totals().notifying()).isZero();
    }

    @Test
    @DisplayName("S7: the CRM is never asked to tell anybody")
    void keepsTheCrmQuiet() {
        user.invitations(InvitationPolicy.SEND);
        user.settings(change -> change.deletions(Side.MAIL, DeletePolicy.PROPAGATE));
        user.mail.create(meeting());

        assertThat(user.plan().header().totals().notifying()).isZero();
        user.run();
        assertThat(user.mailSystem.sentMail()).isEmpty();
    }

    @Test
    @DisplayName("S7, S8: nobody is told of somebody else's meeting")
    void leavesCopiesAlone() {
        user.invitations(InvitationPolicy.SEND);
        user.crm.create(review().set(ORGANIZER, CHARLES)
                .set(REQUIRED_ATTENDEES, Set.of("ada@example.com", GRACE))
                .build());

        user.run();

        assertThat(user.mail.items()).isEmpty();
        assertThat(user.mailSystem.sentMail()).isEmpty();
    }
}
