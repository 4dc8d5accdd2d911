package io.github.crosstie.sync;

import static io.github.crosstie.item.ContactFields.NOTES;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.apply.HeldDeletions;
import io.github.crosstie.apply.Outcome;
import io.github.crosstie.apply.ReleaseResult;
import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.apply.SyncRound;
import io.github.crosstie.configuration.DeletePolicy;
import io.github.crosstie.configuration.DeletionGuard;
import io.github.crosstie.connector.Write;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.plan.SyncPlan;
import io.github.crosstie.report.PlanText;
import io.github.crosstie.state.ReleaseToken;
import io.github.crosstie.testkit.Items;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReleaseSyncTest {

    private Enrollment user;
    private List<ItemId> crm;
    private List<ItemId> mail;

    @BeforeEach
    void threeDeletionsAreHeld() {
        hold();
    }

    /** Eight contacts in step; the first three are deleted in the CRM, which is more than the guard lets through. */
    private void hold() {
        user = Enrollment.contacts();
        user.configuration = user.configuration.toBuilder()
                .deletionGuard(new DeletionGuard(2, 100, 1.0, Duration.ofDays(1)))
                .build();
        for (int i = 0; i < 8; i++) {
            user.crm.create(Items.contact("Other", "Number" + i).build());
        }
        user.run();
        crm = List.copyOf(user.crm.items().keySet());
        mail = List.copyOf(user.mail.items().keySet());
        crm.subList(0, 3).forEach(user.crm::delete);
        user.run();
    }

    private HeldDeletions held() {
        return user.round().held().orElseThrow();
    }

    private ReleaseToken token() {
        return held().token();
    }

    private static Outcome.Released released(RoundReport report) {
        return report.outcomes().stream()
                .filter(Outcome.Released.class::isInstance)
                .map(Outcome.Released.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static long held(RoundReport report) {
        return report.outcomes().stream()
                .filter(outcome -> outcome.code() == OutcomeCode.DELETIONS_HELD)
                .count();
    }

    @Test
    @DisplayName(
            "S13: what is held is told with its reason, its age and one token, and the same for as long as it is the same")
    void tellsWhatIsHeld() {
        HeldDeletions first = held();
        user.clock.advance(Duration.ofDays(400));
        user.run();

        assertThat(held()).isEqualTo(first);
        assertThat(first.deletions())
                .extracting(deletion -> deletion.record().id())
                .containsExactlyInAnyOrderElementsOf(mail.subList(0, 3));
        assertThat(first.deletions())
                .allSatisfy(deletion ->
                        assertThat(deletion.reason()).contains("more than 2").contains("Crosstie.releaseDeletions"));
        assertThat(user.mail.items()).as("time releases nothing").hasSize(8);
    }

    @Test
    @DisplayName("S13: the plan names the token in its header, in the round, in a dry run, and as text")
    void showsTheToken() {
        SyncPlan dry = user.plan();
        SyncPlan round = user.run().plan().orElseThrow();

        assertThat(dry.header().hold().token()).isEqualTo(token());
        assertThat(round.header().hold().token()).isEqualTo(token());
        assertThat(PlanText.masked(dry)).contains("Crosstie.releaseDeletions(..., token " + token() + ")");
    }

    @Test
    @DisplayName("S13: the plan shows whoever may see it what the held deletions would delete")
    void showsWhatIsHeld() {
        SyncPlan plan = user.plan();

        assertThat(PlanText.withValues(plan))
                .contains("  ! held: - mailbox contact ", "\"Number0\"", "\"Number1\"", "\"Number2\"");
        assertThat(PlanText.masked(plan))
                .contains("  ! held: - mailbox contact ")
                .doesNotContain("Number");
    }

    @Test
    @DisplayName("S13: a dry run before the first round that holds knows no token, and stores nothing")
    void dryRunGivesNoToken() {
        user.crm.delete(crm.get(3));
        HeldDeletions before = held();

        SyncPlan plan = user.plan();

        assertThat(plan.header().hold().token()).isNull();
        assertThat(PlanText.masked(plan)).contains("The next round gives a token");
        assertThat(held()).isEqualTo(before);
    }

    @Test
    @DisplayName("S13: a released set is deleted in the next round, once, and nothing else is")
    void carriesOutTheRelease() {
        ReleaseToken token = token();

        ReleaseResult result = user.round().release(token);
        SyncPlan preview = user.plan();
        RoundReport report = user.run();

        assertThat(result).isEqualTo(new ReleaseResult.Accepted(token, 3, 0));
        assertThat(preview.header().hold().released()).isEqualTo(3);
        assertThat(PlanText.masked(preview))
                .contains("3 deletions are made because they were released with token " + token);
        assertThat(user.mail.items()).containsOnlyKeys(mail.subList(3, 8));
        assertThat(released(report)).isEqualTo(new Outcome.Released(token, 3, 3));
        assertThat(user.round().held()).isEmpty();
        assertThat(user.run().outcomes()).isEmpty();
    }

    @Test
    @DisplayName("S13: a used token is refused, even after the same records are held again")
    void refusesAUsedToken() {
        ReleaseToken token = token();
        user.round().release(token);
        user.run();

        assertThat(user.round().release(token)).isInstanceOfSatisfying(ReleaseResult.Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(ReleaseResult.Reason.USED);
            assertThat(refused.message()).contains("was used before").contains("nothing is held now");
        });
    }

    @Test
    @DisplayName("S13: a token that was never given is refused, and the refusal gives away no token")
    void refusesAForeignToken() {
        ReleaseToken held = token();

        assertThat(user.round().release(new ReleaseToken("nonsense")))
                .isInstanceOfSatisfying(ReleaseResult.Refused.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(ReleaseResult.Reason.UNKNOWN);
                    assertThat(refused.message())
                            .contains("Crosstie.heldDeletions")
                            .doesNotContain(held.value(), "nonsense");
                });
        assertThat(user.run().writes()).isZero();
    }

    @Test
    @DisplayName("S13: a used token is refused while others are held, and the refusal gives away no token")
    void refusesAUsedTokenWithoutNamingTheNext() {
        ReleaseToken used = token();
        user.round().release(used);
        user.run();
        crm.subList(3, 6).forEach(user.crm::delete);
        user.run();
        ReleaseToken next = token();

        assertThat(user.round().release(used)).isInstanceOfSatisfying(ReleaseResult.Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(ReleaseResult.Reason.USED);
            assertThat(refused.message()).contains("Crosstie.heldDeletions").doesNotContain(used.value(), next.value());
        });
    }

    @Test
    @DisplayName("S13: a deletion that joins after the release is not released with it")
    void leavesANewDeletionHeld() {
        ReleaseToken token = token();
        user.round().release(token);
        crm.subList(3, 6).forEach(user.crm::delete);

        RoundReport report = user.run();

        assertThat(user.mail.items()).containsOnlyKeys(mail.subList(3, 8));
        assertThat(released(report).made()).isEqualTo(3);
        assertThat(held(report)).isEqualTo(3);
        assertThat(token()).isNotEqualTo(token);
    }

    @Test
    @DisplayName("S13: a token that is older than the present set releases what it was given for")
    void honoursAnOlderToken() {
        ReleaseToken old = token();
        crm.subList(3, 6).forEach(user.crm::delete);
        user.run();
        assertThat(token()).isNotEqualTo(old);

        ReleaseResult result = user.round().release(old);
        user.run();

        assertThat(result).isEqualTo(new ReleaseResult.Accepted(old, 3, 0));
        assertThat(user.mail.items()).as("and nothing else").containsOnlyKeys(mail.subList(3, 8));
        assertThat(held().deletions()).hasSize(3);
    }

    @Test
    @DisplayName("S13, S3: a survivor that was edited after the release is not deleted, and the report says so")
    void sparesAnEditedSurvivor() {
        ReleaseToken token = token();
        user.round().release(token);
        user.mail.edit(mail.get(0), contact -> contact.set(NOTES, "still needed"));

        RoundReport report = user.run();

        assertThat(user.mail.item(mail.get(0))).isPresent();
        assertThat(user.mail.items()).hasSize(6);
        assertThat(released(report)).isEqualTo(new Outcome.Released(token, 3, 2));
        assertThat(released(report).message()).contains("2 were made").contains("changed since");
    }

    @Test
    @DisplayName("S13, S4: a survivor that is edited between the fresh look and the deletion is not deleted")
    void sparesASurvivorEditedAtTheLastMoment() {
        user.round().release(token());
        user.mail.faults().beforeWrite(write -> {
            if (write instanceof Write.Delete delete && delete.id().equals(mail.get(0))) {
                user.mail.edit(mail.get(0), contact -> contact.set(NOTES, "still needed"));
            }
        });

        RoundReport report = user.run();

        assertThat(user.mail.item(mail.get(0))).isPresent();
        assertThat(released(report).made()).isEqualTo(2);
    }

    @Test
    @DisplayName("S13: a version that changed before the release makes the token stand for the others alone")
    void saysWhatChangedSince() {
        user.crm.delete(crm.get(3));
        user.run();
        ReleaseToken token = token();
        user.mail.edit(mail.get(0), contact -> contact.set(NOTES, "still needed"));
        user.run();

        assertThat(user.round().release(token)).isEqualTo(new ReleaseResult.Accepted(token, 3, 1));
    }

    @Test
    @DisplayName("S13, S10: a record that is back is not deleted on the other side")
    void sparesARestoredRecord() {
        user.round().release(token());
        user.crm.restore(crm.get(0));

        RoundReport report = user.run();

        assertThat(user.mail.item(mail.get(0))).isPresent();
        assertThat(released(report).made()).isEqualTo(2);
        assertThat(user.run().writes()).isZero();
    }

    @Test
    @DisplayName("S11, S13: a deletion that waits because the setting is to ask is released the same way")
    void releasesWhatWasAsked() {
        Enrollment asking = Enrollment.contacts();
        asking.settings(change -> change.deletions(Side.CRM, DeletePolicy.ASK));
        ItemId ada = asking.crm.create(Items.contact("Ada", "Lovelace").build());
        asking.crm.create(Items.contact("Bea", "Baker").build());
        asking.run();
        asking.crm.delete(ada);
        asking.run();

        asking.round().release(asking.round().held().orElseThrow().token());
        asking.run();

        assertThat(asking.mail.items()).hasSize(1);
        assertThat(asking.round().held()).isEmpty();
    }

    @Test
    @DisplayName("S13: another version is another deletion: it is held under a token of its own")
    void holdsAnotherVersionAnew() {
        user.settings(change -> change.deletions(Side.CRM, DeletePolicy.ASK));
        ReleaseToken token = token();
        user.round().release(token);
        user.mail.edit(mail.get(0), contact -> contact);

        RoundReport report = user.run();

        assertThat(released(report).made()).isEqualTo(2);
        assertThat(user.mail.item(mail.get(0))).isPresent();
        user.run();
        assertThat(held().deletions())
                .extracting(deletion -> deletion.record().id())
                .containsExactly(mail.get(0));
        assertThat(token()).isNotEqualTo(token);
    }

    @Test
    @DisplayName("S13: released deletions have been looked at, and do not count for later ones")
    void releasedDeletionsDoNotCount() {
        user.round().release(token());
        user.run();
        user.crm.delete(crm.get(3));
        user.crm.delete(crm.get(4));

        RoundReport report = user.run();

        assertThat(held(report)).isZero();
        assertThat(user.mail.items()).hasSize(3);
    }

    @Test
    @DisplayName("S13: a release beside another worker is refused, and can be made again")
    void isRefusedBesideAnotherWorker() {
        ReleaseToken token = token();
        user.memory.acquire(user.key, "other", user.clock.instant(), Duration.ofMinutes(1));

        assertThat(user.round().release(token))
                .isInstanceOfSatisfying(
                        ReleaseResult.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(ReleaseResult.Reason.LEASED_ELSEWHERE));
        user.clock.advance(Duration.ofMinutes(2));
        assertThat(user.round().release(token)).isInstanceOf(ReleaseResult.Accepted.class);
    }

    @Test
    @DisplayName("S13, F1: killed at any step of a release, each deletion is made once and nothing else is deleted")
    void survivesADeathAtAnyStep() {
        int steps = stepsOfARelease();
        assertThat(steps).isGreaterThan(6);
        for (int step = 0; step < steps; step++) {
            hold();
            user.round().release(token());
            List<ItemId> deleted = new ArrayList<>();
            DyingStore dying = new DyingStore(user.memory, step);
            dieAndCount(dying, deleted);
            user.store = dying;
            boolean[] died = {false};
            try {
                user.run();
            } catch (Crash expected) {
                died[0] = true;
            }
            assertThat(died[0]).as("died at step " + step).isTrue();
            user.store = user.memory;
            dieAndCount(new DyingStore(user.memory, Integer.MAX_VALUE), deleted);
            user.clock.advance(SyncRound.LEASE);

            user.run();
            user.run();

            assertThat(user.mail.items()).as("killed at step " + step).containsOnlyKeys(mail.subList(3, 8));
            assertThat(new HashSet<>(deleted)).as("killed at step " + step).isSubsetOf(mail.subList(0, 3));
            assertThat(user.round().held()).as("killed at step " + step).isEmpty();
            assertThat(user.memory.load(user.key).hold().release())
                    .as("killed at step " + step)
                    .isNull();
            assertThat(user.crm.items()).as("killed at step " + step).hasSize(5);
        }
    }

    @Test
    @DisplayName("S13, F2: with any answer of a release lost, each deletion is made once and nothing else is deleted")
    void survivesLostAnswers() {
        for (int lost = 0; lost < 3; lost++) {
            hold();
            user.round().release(token());
            int[] left = {lost};
            user.mail.faults().beforeWrite(write -> {
                if (left[0]-- == 0) {
                    user.mail.faults().loseReplyOnce();
                }
            });
            user.run();
            user.mail.faults().clear();
            crm.subList(3, 6).forEach(user.crm::delete);

            RoundReport next = user.run();

            assertThat(user.mail.items()).as("answer " + lost).containsOnlyKeys(mail.subList(3, 8));
            assertThat(held(next)).as("answer " + lost).isEqualTo(3);
            assertThat(Optional.ofNullable(user.memory.load(user.key).hold().release()))
                    .as("answer " + lost)
                    .isEmpty();
        }
    }

    private int stepsOfARelease() {
        user.round().release(token());
        DyingStore immortal = new DyingStore(user.memory, Integer.MAX_VALUE);
        dieAndCount(immortal, new ArrayList<>());
        user.store = immortal;
        user.run();
        return immortal.steps();
    }

    private void dieAndCount(DyingStore store, List<ItemId> deleted) {
        user.mail.faults().beforeWrite(write -> {
            store.step();
            if (write instanceof Write.Delete delete) {
                deleted.add(delete.id());
            }
        });
    }
}
