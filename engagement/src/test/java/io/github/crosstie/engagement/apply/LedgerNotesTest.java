package io.github.crosstie.engagement.apply;

import static io.github.crosstie.engagement.Acme.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.configuration.EngagementRole;
import io.github.crosstie.directory.User;
import io.github.crosstie.engagement.Acme;
import io.github.crosstie.engagement.UserSync;
import io.github.crosstie.engagement.connector.UserWrite;
import io.github.crosstie.engagement.connector.UserWriteOutcome;
import io.github.crosstie.engagement.plan.UserSyncPlan;
import io.github.crosstie.engagement.state.RemovalKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a run notes in the ledger of its unit. */
class LedgerNotesTest {

    private static final Duration MINUTE = Duration.ofSeconds(60);
    private static final Duration SLOW = Duration.ofSeconds(40);

    private final Acme acme = new Acme();

    private int demotions() {
        return acme.ledgers.read(Acme.CAMPAIGNS).removed(RemovalKind.DEMOTION, Duration.ofDays(1), acme.now());
    }

    @Test
    @DisplayName("S13: whoever comes out of the recycle bin loses nothing by the role that they get: only others count")
    void countsAsDemotionsWhatTheGuardCounts() {
        for (int each = 0; each < 6; each++) {
            User back = user("back" + each).build();
            acme.inSales(back);
            acme.campaigns().recycle(acme.present(back, EngagementRole.MARKETING));
        }
        User moved = user("moved").build();
        acme.inSales(moved);
        acme.present(moved, EngagementRole.MARKETING);

        ApplyReport report = acme.sync().apply(acme.wholePlan());

        assertThat(report.written()).isEqualTo(6 + 6 + 1);
        assertThat(demotions()).isEqualTo(1);
    }

    /** A system that takes its time over every batch. */
    private UserSync slow(@Nullable RuntimeException failure) {
        return acme.builder()
                .target(unit -> new ForwardingEndpoint(acme.engagement.open(unit)) {
                    @Override
                    public List<UserWriteOutcome> write(List<UserWrite> writes) {
                        acme.advance(SLOW);
                        List<UserWriteOutcome> answers = super.write(writes);
                        if (failure != null) {
                            throw failure;
                        }
                        return answers;
                    }
                })
                .build();
    }

    @Test
    @DisplayName("G4: where listings lag, a run waits from the answer on, and not from before a write that took long")
    void waitsFromTheAnswerOn() {
        acme.campaigns().staleReads(MINUTE);
        acme.advance(MINUTE);
        acme.inMarketing(user("anna").build());
        UserSyncPlan plan = acme.wholePlan();
        slow(null).apply(plan);
        Instant answered = acme.now();
        acme.advance(MINUTE.minusSeconds(1));

        UnitReport tooSoon = acme.sync().apply(plan).units().get(0);

        assertThat(tooSoon.retryAt()).contains(answered.plus(MINUTE));
        assertThat(acme.campaigns().faults().writesReceived()).isEqualTo(1);
    }

    @Test
    @DisplayName("G4: where listings lag, a run waits as long after a failure that tells nothing of what was written")
    void waitsFromAFailureOn() {
        acme.campaigns().staleReads(MINUTE);
        acme.advance(MINUTE);
        acme.inMarketing(user("anna").build());
        UserSyncPlan plan = acme.wholePlan();
        slow(new IllegalStateException("a defect")).apply(plan);
        Instant failed = acme.now();

        assertThat(acme.sync().apply(plan).units().get(0).retryAt()).contains(failed.plus(MINUTE));
    }

    @Test
    @DisplayName("G4: where listings lag, neither a plan nor a report of drift is made of a listing that lags")
    void looksAtNoListingThatLags() {
        acme.campaigns().staleReads(MINUTE);
        acme.advance(MINUTE);
        acme.inMarketing(user("anna").build());
        UserSyncPlan plan = acme.wholePlan();
        acme.sync().apply(plan);
        Instant visible = acme.now().plus(MINUTE);
        UserSync sync = acme.sync();

        DriftReport soon = sync.verify();
        UserSyncPlan undoing = sync.undo(plan);

        assertThat(soon.units()).isEmpty();
        assertThat(soon.unreached()).singleElement().satisfies(unit -> {
            assertThat(unit.unit()).isEqualTo(Acme.CAMPAIGNS);
            assertThat(unit.retryAt()).isEqualTo(visible);
            assertThat(unit.message()).contains("may not show the last writes before " + visible);
        });
        assertThat(undoing.unreached()).isEqualTo(soon.unreached());
        acme.advance(MINUTE);
        assertThat(sync.verify().isInStep()).isTrue();
    }
}
