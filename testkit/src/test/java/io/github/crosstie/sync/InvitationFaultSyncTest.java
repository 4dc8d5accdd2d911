package io.github.crosstie.sync;

import static io.github.crosstie.item.EventFields.LOCATION;
import static io.github.crosstie.item.EventFields.REQUIRED_ATTENDEES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.apply.SyncRound;
import io.github.crosstie.configuration.InvitationPolicy;
import io.github.crosstie.fault.FencedException;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.SentMail;
import io.github.crosstie.testkit.Items;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An invitation is sent once, whatever goes wrong on the way. */
class InvitationFaultSyncTest {

    private static final Set<String> GUESTS = Set.of("charles@example.com", "grace@example.com");

    private final Enrollment clean = scenario();

    private static Enrollment scenario() {
        Enrollment user = Enrollment.events().invitations(InvitationPolicy.SEND);
        for (String subject : new String[] {"Review", "Retrospective"}) {
            user.crm.create(meeting(user, subject));
        }
        return user;
    }

    private static Item meeting(Enrollment user, String subject) {
        return Items.meeting(subject, ZonedDateTime.now(user.clock).plusDays(2), Duration.ofHours(1))
                .set(REQUIRED_ATTENDEES, GUESTS)
                .build();
    }

    private static void assertInvitedOnce(Enrollment user, String what) {
        assertThat(user.mail.items().values())
                .as(what)
                .containsExactlyInAnyOrderElementsOf(user.crm.items().values());
        assertThat(user.mailSystem.sentMail())
                .as(what)
                .hasSize(4)
                .doesNotHaveDuplicates()
                .allMatch(mail -> mail.kind() == SentMail.Kind.INVITATION);
    }

    private static int steps(Enrollment user, int dyingStep) {
        DyingStore store = new DyingStore(user.memory, dyingStep);
        user.crm.faults().beforeWrite(write -> store.step());
        user.mail.faults().beforeWrite(write -> store.step());
        user.store = store;
        try {
            user.run();
        } catch (Crash dead) {
            assertThat(dyingStep).isLessThan(Integer.MAX_VALUE);
        }
        user.crm.faults().clear();
        user.mail.faults().clear();
        user.store = user.memory;
        user.clock.advance(SyncRound.LEASE);
        return store.steps();
    }

    @Test
    @DisplayName("S7, F1: killed at any step, each attendee is invited exactly once in the end")
    void survivesADeathAtAnyStep() {
        int steps = steps(clean, Integer.MAX_VALUE);
        assertInvitedOnce(clean, "undisturbed");
        assertThat(steps).isGreaterThan(15);
        for (int step = 0; step < steps; step++) {
            Enrollment user = scenario();
            steps(user, step);

            user.run();

            assertInvitedOnce(user, "killed at step " + step);
            assertThat(user.run().writes()).as("killed at step " + step).isZero();
        }
    }

    @Test
    @DisplayName("S7, F1: killed at any two steps, each attendee is invited exactly once in the end")
    void survivesTwoDeaths() {
        int steps = steps(clean, Integer.MAX_VALUE);
        for (int first = 0; first < steps; first++) {
            for (int second = 0; second < steps; second += 2) {
                Enrollment user = scenario();
                steps(user, first);
                steps(user, second);

                user.run();

                assertInvitedOnce(user, "killed at steps " + first + " and " + second);
            }
        }
    }

    @Test
    @DisplayName("S7, F2: with any of the answers lost, and with several, each attendee is invited exactly once")
    void survivesLostAnswers() {
        for (int lost = 1; lost < 1 << 4; lost++) {
            Enrollment user = scenario();
            int answers = lost;
            int[] write = {0};
            user.mail.faults().beforeWrite(any -> {
                if ((answers >> write[0]++ & 1) == 1) {
                    user.mail.faults().loseReplyOnce();
                }
            });
            user.run();
            user.run();
            user.mail.faults().clear();

            user.run();

            assertInvitedOnce(user, "answers lost: " + Integer.toBinaryString(lost));
            assertThat(user.run().writes()).isZero();
        }
    }

    @ParameterizedTest(name = "asleep before write {0}")
    @ValueSource(ints = {0, 1, 2, 3})
    @DisplayName("S7, F13: a worker that wakes up after another one did its work invites nobody again")
    void survivesAZombie(int asleepBefore) {
        Enrollment user = scenario();
        int[] write = {0};
        user.mail.faults().beforeWrite(any -> {
            if (write[0]++ == asleepBefore) {
                user.clock.advance(SyncRound.LEASE.plusMinutes(1));
                user.run();
            }
        });
        assertThatThrownBy(user::run).isInstanceOf(FencedException.class);
        user.mail.faults().clear();

        user.run();
        user.run();

        assertInvitedOnce(user, "asleep before write " + asleepBefore);
        assertThat(user.run().writes()).isZero();
    }

    @Test
    @DisplayName(
            "S7, F12: who edits the new event before its attendees are added, keeps the edit, and they are invited once")
    void survivesAnEditInBetween() {
        Enrollment user = scenario();
        int[] write = {0};
        user.mail.faults().beforeWrite(any -> {
            if (write[0]++ == 2) {
                user.mail.items().keySet().forEach(id -> user.mail.edit(id, event -> event.set(LOCATION, "Hall")));
            }
        });

        user.run();

        assertInvitedOnce(user, "edited in between");
        assertThat(user.crm.item(user.newest(Side.CRM)).orElseThrow().get(LOCATION))
                .contains("Hall");
    }
}
