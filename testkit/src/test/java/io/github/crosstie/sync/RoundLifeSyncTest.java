package io.github.crosstie.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.apply.Outcome;
import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.apply.SyncRound;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.Fence;
import io.github.crosstie.state.JournalEntry;
import io.github.crosstie.state.StateChange;
import io.github.crosstie.state.StateStore;
import io.github.crosstie.testkit.Items;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RoundLifeSyncTest {

    private final Enrollment user = Enrollment.contacts();

    @Test
    @DisplayName("S19: a lease that cannot be given back takes no report with it")
    void keepsTheReport() {
        user.crm.create(Items.contact("Ada", "Lovelace").build());
        user.store = new KeepingStore(user.memory);
        Recorder recorder = new Recorder();
        user.listener = recorder;

        RoundReport report = user.run();

        assertThat(report.writes()).isEqualTo(1);
        assertThat(report.stopped()).isEmpty();
        assertThat(report.outcomes())
                .extracting(Outcome::code)
                .containsExactly(OutcomeCode.DONE, OutcomeCode.LEASE_NOT_RELEASED);
        assertThat(((Outcome.Unreleased) report.outcomes().get(1)).message())
                .contains("the database is gone")
                .contains("10 minutes");
        assertThat(recorder.reports).containsExactly(report);
        assertThat(recorder.told).contains("LEASE_NOT_RELEASED");
    }

    @Test
    @DisplayName("swapped endpoints are refused, with what to do")
    void refusesSwappedEndpoints() {
        Endpoint crm = user.crmSystem.open(Enrollment.USER, user.key.kind(), user.configuration);
        Endpoint mail = user.mailSystem.open(Enrollment.MAILBOX, user.key.kind(), user.configuration);

        assertThatThrownBy(
                        () -> SyncRound.of(user.key, user.configuration, mail, crm, user.store, user.clock, user.ids))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hand over the CRM's endpoint first, then the mailbox's");
    }

    /** A store that takes no lease back. */
    private record KeepingStore(StateStore store) implements StateStore {

        @Override
        public Optional<Fence> acquire(CollectionKey collection, String owner, Instant now, Duration duration) {
            return store.acquire(collection, owner, now, duration);
        }

        @Override
        public void renew(Fence fence, Instant now, Duration duration) {
            store.renew(fence, now, duration);
        }

        @Override
        public void release(Fence fence) {
            throw new UnavailableException("the database is gone");
        }

        @Override
        public CollectionState load(CollectionKey collection) {
            return store.load(collection);
        }

        @Override
        public void commit(Fence fence, List<StateChange> changes) {
            store.commit(fence, changes);
        }

        @Override
        public List<JournalEntry> journal(CollectionKey collection) {
            return store.journal(collection);
        }
    }
}
