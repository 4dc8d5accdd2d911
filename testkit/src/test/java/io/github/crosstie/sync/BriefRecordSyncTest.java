package io.github.crosstie.sync;

import static io.github.crosstie.item.ContactFields.NOTES;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.configuration.DeletePolicy;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.InMemoryRecords;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.plan.SyncPlan;
import io.github.crosstie.testkit.Items;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Records that come and go between two polls of a side that does not tell of such. */
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
    @DisplayName("S11: a record that a round created and a person deleted before the next one is noticed, and its deletion propagates")
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

        assertThat(user.run().outcomes()).extracting(outcome -> outcome.code()).contains(OutcomeCode.GONE_FROM_VIEW);
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
    @DisplayName("S7: an event that gets its attendees by a second write is awaited, too")
    void awaitsWhatIsWrittenTwice() {
        create(user.crm, 1);
        user.mail.faults().beforeCall(4, () -> user.crm.edit(user.newest(Side.CRM), it -> it.set(NOTES, "meanwhile")));
        user.run();
        user.run();
        assertThat(user.mail.items()).hasSize(1);
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
