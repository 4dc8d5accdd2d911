package io.github.crosstie.sync;

import static io.github.crosstie.item.ContactFields.NOTES;
import static io.github.crosstie.item.EventFields.REQUIRED_ATTENDEES;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.apply.Outcome;
import io.github.crosstie.apply.SyncRound;
import io.github.crosstie.configuration.DeletePolicy;
import io.github.crosstie.configuration.InvitationPolicy;
import io.github.crosstie.connector.ChangePage;
import io.github.crosstie.connector.Cursor;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.InMemoryRecords;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.plan.SyncPlan;
import io.github.crosstie.testkit.Items;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Records that come and go between two polls of a side that tells nothing of such. */
class BriefRecordSyncTest {

    private static final int MANY = 1_000;

    private final Enrollment user = Enrollment.contacts();

    @BeforeEach
    void mailTellsNothingOfBriefRecords() {
        user.settings(change -> change.deletions(Side.MAIL, DeletePolicy.PROPAGATE));
        user.mail.faults().omitBriefRecords();
    }

    private static Item contact(int number) {
        return Items.contact("Ada", "Number" + number).build();
    }

    private static void create(InMemoryRecords records, int count) {
        for (int i = 0; i < count; i++) {
            records.create(contact(i));
        }
    }

    @Test
    @DisplayName(
            "S11: what a round created and a person deleted before the next one is noticed, and its deletion propagates")
    void noticesABriefRecord() {
        create(user.crm, 3);
        user.run();

        user.mail.delete(user.newest(Side.MAIL));
        user.run();

        assertThat(user.memory.load(user.key).links()).hasSize(2);
        assertThat(user.crm.items()).hasSize(2);
        assertThat(user.mail.items()).hasSize(2);
    }

    @Test
    @DisplayName("S11: it is not created again by the next edit of its counterpart")
    void createsNothingAgain() {
        user.settings(change -> change.deletions(Side.MAIL, DeletePolicy.DETACH));
        create(user.crm, 3);
        user.run();
        user.mail.delete(user.newest(Side.MAIL));
        user.run();

        user.crm.edit(user.newest(Side.CRM), contact -> contact.set(NOTES, "still here"));
        user.run();

        assertThat(user.mail.items()).hasSize(2);
    }

    @Test
    @DisplayName("S10: a record that was moved out of view before the next round takes nothing with it")
    void propagatesNoLossOfSight() {
        create(user.crm, 3);
        user.run();

        user.mail.hide(user.newest(Side.MAIL));

        assertThat(user.run().outcomes()).extracting(Outcome::code).contains(OutcomeCode.GONE_FROM_VIEW);
        assertThat(user.crm.items()).hasSize(3);
    }

    @Test
    @DisplayName("S21: it is noticed by a later process, too, whose first rounds do not come through")
    void remembersOverRestarts() {
        create(user.crm, 3);
        user.run();
        user.mail.delete(user.newest(Side.MAIL));
        user.mail.faults().failNext(new UnavailableException("no route"));
        user.run();
        user.clock.advance(Duration.ofHours(1));

        // Whatever is not in the store is forgotten between two runs here.
        user.run();

        assertThat(user.crm.items()).hasSize(2);
    }

    @Test
    @DisplayName("S7: an event that gets its attendees by a second write in the same round is noticed, too")
    void noticesWhatIsWrittenTwice() {
        Enrollment events = Enrollment.events()
                .invitations(InvitationPolicy.SEND)
                .settings(change -> change.deletions(Side.MAIL, DeletePolicy.PROPAGATE));
        events.mail.faults().omitBriefRecords();
        events.crm.create(
                Items.meeting("Review", ZonedDateTime.now(events.clock).plusDays(2), Duration.ofHours(1))
                        .set(REQUIRED_ATTENDEES, Set.of("charles@example.com"))
                        .build());
        events.crm.create(Items.meeting("Other", ZonedDateTime.now(events.clock).plusDays(2), Duration.ofHours(1))
                .build());
        events.run();
        assertThat(events.mail.faults().writes()).isEqualTo(3);

        events.mail.delete(List.copyOf(events.mail.items().keySet()).get(0));
        events.run();

        assertThat(events.crm.items()).hasSize(1);
    }

    @Test
    @DisplayName("G1: a record that a plan has linked, and that was deleted before a round has listed it, is noticed")
    void noticesWhatAPlanHasLinked() {
        user.run();
        user.crm.create(contact(1));
        user.crm.create(contact(2));
        user.mail.create(contact(1));
        SyncPlan plan = user.plan();
        user.round().apply(plan);

        user.mail.delete(List.copyOf(user.mail.items().keySet()).get(0));
        user.run();

        assertThat(user.crm.items().values()).containsExactly(contact(2));
    }

    @Test
    @DisplayName(
            "F22: what was deleted before a lagging stream told of it is noticed once the stream must have caught up")
    void noticesWhatALaggingStreamHasMissed() {
        create(user.crm, 3);
        user.run();
        user.mail.faults().lag(3);
        user.crm.create(contact(4));
        user.run();
        user.run();

        user.mail.delete(user.newest(Side.MAIL));
        for (int round = 0; round < 4; round++) {
            user.run();
        }
        assertThat(user.crm.items()).hasSize(4);
        user.clock.advance(SyncRound.LATE_WRITE_WINDOW);
        user.run();

        assertThat(user.crm.items()).hasSize(3);
    }

    @Test
    @DisplayName("P7: of a stream that keeps quiet of what the engine writes, each record is read twice at most")
    void readsTwiceAtMost() {
        user.mailWay = QuietEndpoint::new;
        create(user.crm, 3);
        user.run();

        for (int round = 0; round < 5; round++) {
            user.run();
            assertThat(user.mail.faults().reads()).isEqualTo(3);
        }
        user.clock.advance(SyncRound.LATE_WRITE_WINDOW);
        for (int round = 0; round < 5; round++) {
            user.run();
            assertThat(user.mail.faults().reads()).isEqualTo(6);
        }
        assertThat(user.memory.load(user.key).echoes()).isEmpty();
    }

    /** One that tells only what it was asked for in a listing of everything. */
    private static final class QuietEndpoint extends ForwardingEndpoint {

        QuietEndpoint(Endpoint endpoint) {
            super(endpoint);
        }

        @Override
        public ChangePage changes(@Nullable Cursor cursor) {
            ChangePage page = super.changes(cursor);
            return cursor == null ? page : new ChangePage(List.of(), page.next(), page.more(), false);
        }
    }

    @Test
    @DisplayName("G5: an echo that has come is awaited no longer, whatever the record's version is by then")
    void forgetsWhatWasTold() {
        create(user.crm, 3);
        user.run();
        assertThat(user.memory.load(user.key).echoes()).hasSize(3);
        user.mail.edit(user.newest(Side.MAIL), contact -> contact.set(NOTES, "edited at once"));

        user.run();

        assertThat(user.memory.load(user.key).echoes()).isEmpty();
        assertThat(user.mail.faults().reads()).isEqualTo(1);
    }

    @Test
    @DisplayName("F5: a listing of everything ends the waiting for echoes")
    void endsWithAListingOfEverything() {
        create(user.crm, 3);
        user.run();
        user.mail.delete(user.newest(Side.MAIL));
        user.mail.faults().expireCursor();

        user.run();

        assertThat(user.memory.load(user.key).echoes()).isEmpty();
        assertThat(user.crm.items()).hasSize(2);
    }

    @Test
    @DisplayName("P7: records whose echo comes are not read again, and the rounds after ask for changes alone")
    void readsNothingThatIsTold() {
        create(user.crm, MANY);
        user.run();
        int calls = user.mail.faults().calls();

        user.run();
        user.run();

        assertThat(user.mail.faults().reads()).isZero();
        assertThat(user.mail.faults().calls()).isEqualTo(calls + MANY / 100 + 1);
    }
}
