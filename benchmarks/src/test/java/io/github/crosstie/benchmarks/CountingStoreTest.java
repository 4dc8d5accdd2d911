package io.github.crosstie.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.connector.Cursor;
import io.github.crosstie.connector.ScopeIdentity;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.InMemoryStateStore;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.Fence;
import io.github.crosstie.state.StateChange;
import io.github.crosstie.state.StateStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountingStoreTest {

    private static final CollectionKey COLLECTION =
            new CollectionKey(new OrganizationId("00D000000000001"), new UserId("005000000000001"), ItemKind.CONTACT);
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final StateChange CURSOR = new StateChange.SetCursor(Side.CRM, new Cursor("1"));
    private static final StateChange CONTENT = new StateChange.SetScope(Side.CRM, new ScopeIdentity("table"));

    private final StateStore stored = InMemoryStateStore.create();

    @Test
    void aCursorAloneIsNoContent() {
        CountingStore store = new CountingStore(stored, CountingStore.Break.NEVER);
        Fence fence = lease(store);

        store.commit(fence, List.of(CURSOR));
        store.release(fence, List.of(CURSOR, new StateChange.EndRound(NOW, null)));

        assertThat(store.contentCommits()).isZero();
    }

    @Test
    void whatRidesOnTheEndOfALeaseCounts() {
        CountingStore store = new CountingStore(stored, CountingStore.Break.NEVER);
        Fence fence = lease(store);

        store.commit(fence, List.of(CURSOR, CONTENT));
        store.release(fence, List.of(CONTENT));

        assertThat(store.contentCommits()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void breaksAtACommitThatIsMadeOrNot(boolean done) {
        CountingStore store = new CountingStore(stored, new CountingStore.Break(2, done));
        Fence fence = lease(store);
        store.commit(fence, List.of(CURSOR));

        assertThatThrownBy(() -> store.commit(fence, List.of(CONTENT))).isInstanceOf(UnavailableException.class);

        assertThat(stored.load(COLLECTION).scope(Side.CRM) != null).isEqualTo(done);
        assertThat(store.isBroken()).isTrue();
        assertThatThrownBy(() -> store.load(COLLECTION)).isInstanceOf(UnavailableException.class);
        assertThatThrownBy(() -> store.release(fence)).isInstanceOf(UnavailableException.class);
    }

    private static Fence lease(StateStore store) {
        return store.acquire(COLLECTION, "worker", NOW, Duration.ofMinutes(1)).orElseThrow();
    }
}
