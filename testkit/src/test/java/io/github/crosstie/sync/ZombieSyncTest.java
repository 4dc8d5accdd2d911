package io.github.crosstie.sync;

import static io.github.crosstie.item.ContactFields.COMPANY_NAME;
import static io.github.crosstie.item.ContactFields.JOB_TITLE;
import static io.github.crosstie.item.ContactFields.NOTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.apply.Outcome;
import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.apply.SyncRound;
import io.github.crosstie.configuration.DeletePolicy;
import io.github.crosstie.connector.Write;
import io.github.crosstie.fault.FencedException;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.PlannedChange;
import io.github.crosstie.testkit.Items;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A worker that sleeps past its lease in the middle of a write, while others go on. */
class ZombieSyncTest {

    private static final Item ADA = Items.contact("Ada", "Lovelace").build();

    private final Enrollment user = Enrollment.contacts();

    /** One worker falls asleep before its next write on a side takes effect; this happens meanwhile. */
    private void sleepBeforeWrite(Side side, Runnable meanwhile) {
        AtomicBoolean slept = new AtomicBoolean();
        user.on(side).faults().beforeWrite(write -> {
            if (slept.compareAndSet(false, true)) {
                user.clock.advance(SyncRound.LEASE.plusMinutes(1));
                meanwhile.run();
            }
        });
        assertThatThrownBy(user::run).isInstanceOf(FencedException.class);
        user.on(side).faults().clear();
    }

    private ItemId only(Side side) {
        assertThat(user.on(side).items()).hasSize(1);
        return user.on(side).items().keySet().iterator().next();
    }

    private void assertQuietAndEqual() {
        user.run();
        assertThat(user.run().writes()).isZero();
        assertThat(user.crm.items().values())
                .containsExactlyInAnyOrderElementsOf(user.mail.items().values());
        assertThat(user.memory.load(user.key).observations()).isEmpty();
        assertThat(user.memory.load(user.key).intents()).isEmpty();
    }

    @Test
    @DisplayName("F13: a creation that lands after another worker has made it is removed again")
    void removesTheLateCreation() {
        user.crm.create(ADA);
        sleepBeforeWrite(Side.MAIL, user::run);
        assertThat(user.mail.items()).hasSize(2);

        RoundReport report = user.run();

        assertThat(user.mail.items()).hasSize(1);
        assertThat(report.outcomes())
                .filteredOn(outcome -> outcome instanceof Outcome.Applied applied
                        && applied.change() instanceof PlannedChange.RemoveDuplicate)
                .hasSize(1);
        assertQuietAndEqual();
        assertThat(user.crm.items().values()).containsExactly(ADA);
    }

    @Test
    @DisplayName("F13: what a person typed on the late copy is carried over to the linked record and to the other side")
    void carriesEditsOfTheLateCopyOver() {
        user.crm.create(ADA);
        sleepBeforeWrite(Side.MAIL, user::run);
        ItemId late = lateCopy();
        user.mail.edit(late, contact -> contact.set(NOTES, "typed on the copy"));

        user.run();

        assertQuietAndEqual();
        assertThat(user.crm.items().values())
                .containsExactly(ADA.toBuilder().set(NOTES, "typed on the copy").build());
        assertThat(user.memory.journal(user.key)).isEmpty();
    }

    @Test
    @DisplayName("F13: where the linked record was edited too, what was typed on the late copy goes to the journal")
    void journalsEditsOfTheLateCopyThatClash() {
        user.crm.create(ADA);
        sleepBeforeWrite(Side.MAIL, user::run);
        ItemId late = lateCopy();
        ItemId linked = user.mail.items().keySet().stream()
                .filter(id -> !id.equals(late))
                .findFirst()
                .orElseThrow();
        user.mail.edit(late, contact -> contact.set(NOTES, "on the copy"));
        user.mail.edit(linked, contact -> contact.set(NOTES, "on the linked one"));

        user.run();

        assertQuietAndEqual();
        assertThat(user.crm.items().values())
                .containsExactly(ADA.toBuilder().set(NOTES, "on the linked one").build());
        assertThat(user.memory.journal(user.key))
                .extracting(line -> line.conflict().lost())
                .containsExactly("on the copy");
    }

    private ItemId lateCopy() {
        return user.mail.items().keySet().stream()
                .filter(id -> user.memory
                        .load(user.key)
                        .linkOf(new io.github.crosstie.state.RecordKey(Side.MAIL, id))
                        .isEmpty())
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("F13: an update that lands late is no edit of the mailbox's, and beats no newer edit")
    void takesALateUpdateForItsOwn() {
        ItemId ada = user.crm.create(ADA);
        user.run();
        user.crm.edit(ada, contact -> contact.set(JOB_TITLE, "old"));

        sleepBeforeWrite(Side.MAIL, () -> {
            // The other worker dies before its own write, so the record keeps the version that the sleeper expects.
            AtomicBoolean died = new AtomicBoolean();
            user.mail.faults().beforeWrite(write -> {
                if (died.compareAndSet(false, true)) {
                    throw new Crash();
                }
            });
            assertThatThrownBy(user::run).isInstanceOf(Crash.class);
            user.clock.advance(SyncRound.LEASE.plusMinutes(1));
            user.mail.faults().beforeWrite(write -> {});
            user.crm.edit(ada, contact -> contact.set(COMPANY_NAME, "Engines"));
        });
        user.crm.edit(ada, contact -> contact.set(JOB_TITLE, "new"));
        user.run();

        assertQuietAndEqual();
        assertThat(user.crm.item(ada).orElseThrow().get(JOB_TITLE)).contains("new");
        assertThat(user.memory.journal(user.key)).isEmpty();
    }

    @Test
    @DisplayName("F13: a deletion that lands after its reason was taken back is undone, and goes no further")
    void undoesALateDeletion() {
        user.settings(records -> records.deletions(Side.MAIL, DeletePolicy.PROPAGATE));
        ItemId ada = user.crm.create(ADA);
        user.crm.create(Items.contact("Grace", "Hopper").build());
        user.run();
        user.crm.delete(ada);

        sleepBeforeWrite(Side.MAIL, () -> {
            user.crm.restore(ada);
            user.run();
        });
        user.run();

        assertQuietAndEqual();
        assertThat(user.crm.items()).containsKey(ada).hasSize(2);
    }

    @Test
    @DisplayName("F13: a creation that lands after its link has ended is nobody's, and is removed")
    void removesWhatLandsAfterItsLinkHasEnded() {
        ItemId ada = user.crm.create(ADA);
        user.crm.create(Items.contact("Grace", "Hopper").build());

        sleepBeforeWrite(Side.MAIL, () -> {
            user.run();
            user.crm.delete(ada);
            user.run();
        });
        user.run();

        assertQuietAndEqual();
        assertThat(user.crm.items()).hasSize(1);
    }

    @Test
    @DisplayName("F13: a late creation of an earlier life of a link does not become a second record of the next life")
    void knowsTheLateCreationOfAnEarlierLife() {
        ItemId ada = user.crm.create(ADA);
        user.crm.create(Items.contact("Grace", "Hopper").build());

        sleepBeforeWrite(Side.MAIL, () -> {
            user.run();
            user.mail.delete(find("Lovelace"));
            user.crm.edit(ada, contact -> contact.set(NOTES, "still needed"));
            user.run();
        });
        user.run();

        assertQuietAndEqual();
        assertThat(user.crm.items()).hasSize(2);
        assertThat(user.crm.item(ada).orElseThrow().get(NOTES)).contains("still needed");
    }

    private ItemId find(String surname) {
        return user.mail.items().entrySet().stream()
                .filter(entry -> entry.getValue().toString().isEmpty()
                        || surname.equals(entry.getValue().value(io.github.crosstie.item.ContactFields.SURNAME)))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    @Test
    @DisplayName("F19: a person's copy is a record of its own, even while a late creation is still possible")
    void keepsAPersonsCopyWithinTheWindow() {
        user.crm.create(ADA);
        user.mail.faults().loseReplyOnce();
        user.run();
        user.run();
        user.mail.copy(only(Side.MAIL));

        user.run();

        assertQuietAndEqual();
        assertThat(user.mail.items()).hasSize(2);
        assertThat(user.crm.items()).hasSize(2);
    }

    @Test
    @DisplayName("F19: long after a creation, nothing with its tag counts as the engine's own duplicate")
    void forgetsAttemptsAfterTheWindow() {
        user.crm.create(ADA);
        user.mail.faults().loseReplyOnce();
        user.run();
        user.run();

        user.clock.advance(SyncRound.LATE_WRITE_WINDOW.plus(Duration.ofHours(1)));
        user.run();

        assertThat(user.memory.load(user.key).uncertainLinks()).isEmpty();
    }

    @Test
    @DisplayName("F13: the sleeper's creation is looked for once more before another attempt is made")
    void looksOnceMoreBeforeAnotherAttempt() {
        user.crm.create(ADA);
        AtomicBoolean died = new AtomicBoolean();
        user.mail.faults().beforeWrite(write -> {
            if (write instanceof Write.Create && died.compareAndSet(false, true)) {
                throw new Crash();
            }
        });
        assertThatThrownBy(user::run).isInstanceOf(Crash.class);

        user.run();

        assertQuietAndEqual();
        assertThat(user.mail.items()).hasSize(1);
    }

    @Test
    @DisplayName("F13: a late creation that the server answers with another worker's record leaves that record alone")
    void leavesTheRecordOfAnotherAttemptAlone() {
        user.crm.create(ADA);
        user.mail.faults().idempotentCreates();
        sleepBeforeWrite(Side.MAIL, user::run);

        user.run();

        assertQuietAndEqual();
        assertThat(user.mail.items()).hasSize(1);
    }
}
