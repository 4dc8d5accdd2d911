package io.github.crosstie.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.InMemoryStateStore;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.Fence;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.state.StateChange;
import io.github.crosstie.state.StateStore;
import io.github.crosstie.testkit.FailingStore.When;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FailingStoreTest {

    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final CollectionKey KEY =
            new CollectionKey(new OrganizationId("00D1"), new UserId("0051"), ItemKind.CONTACT);
    private static final RecordKey ADA = new RecordKey(Side.CRM, new ItemId("003a"));

    private final InMemoryStateStore memory = InMemoryStateStore.create();
    private final FailingStore store = FailingStore.around(memory);
    private final Fence fence =
            store.acquire(KEY, "one", MutableClock.START, LEASE).orElseThrow();

    private void commit() {
        store.commit(fence, List.of(new StateChange.Detach(ADA)));
    }

    private boolean stored() {
        return memory.load(KEY).isDetached(ADA);
    }

    @Test
    void failsOneCommitWithoutEffect() {
        store.failAt(2, When.BEFORE);
        store.commit(fence, List.of());

        assertThatThrownBy(this::commit).isInstanceOf(UnavailableException.class);
        assertThat(stored()).isFalse();
        assertThat(store.hasFailed()).isTrue();
        commit();
        assertThat(stored()).isTrue();
        assertThat(store.commits()).isEqualTo(3);
    }

    @Test
    void failsOneCommitAfterItsEffect() {
        store.failAt(1, When.AFTER);

        assertThatThrownBy(this::commit).isInstanceOf(UnavailableException.class);
        assertThat(stored()).isTrue();
    }

    @Test
    void failsUntilItRecovers() {
        store.failFrom(1);

        assertThatThrownBy(this::commit).isInstanceOf(UnavailableException.class);
        assertThatThrownBy(this::commit).isInstanceOf(UnavailableException.class);
        store.recover();
        commit();
        assertThat(stored()).isTrue();
        assertThat(store.hasFailed()).isFalse();
    }

    @Test
    void diesAndKeepsTheLeaseOfTheDead() {
        store.dieAt(1, When.BEFORE);

        assertThatThrownBy(this::commit).isInstanceOf(FailingStore.Death.class);
        assertThatThrownBy(() -> store.load(KEY)).isInstanceOf(UnavailableException.class);
        assertThatThrownBy(() -> store.release(fence)).isInstanceOf(UnavailableException.class);
        store.recover();
        assertThat(store.acquire(KEY, "two", MutableClock.START, LEASE)).isEmpty();
        assertThat(store.acquire(KEY, "two", MutableClock.START.plus(LEASE), LEASE))
                .isPresent();
    }

    @Nested
    @DisplayName("while nothing fails, is as good as the store in it")
    class Well extends StateStoreContract {
        @Override
        protected StateStore open() {
            return FailingStore.around(InMemoryStateStore.create());
        }
    }
}
