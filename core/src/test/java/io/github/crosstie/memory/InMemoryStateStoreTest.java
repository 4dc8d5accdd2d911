package io.github.crosstie.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.Fence;
import io.github.crosstie.state.Half;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.LinkId;
import io.github.crosstie.state.Observation;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.state.StateChange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class InMemoryStateStoreTest {

    private static final CollectionKey CONTACTS =
            new CollectionKey(new OrganizationId("00D1"), new UserId("0051"), ItemKind.CONTACT);

    private final InMemoryStateStore store = InMemoryStateStore.create();
    private final Fence fence = store.acquire(CONTACTS, "one", Instant.EPOCH, Duration.ofMinutes(10))
            .orElseThrow();

    @Test
    @Timeout(60)
    @DisplayName("a commit and a load cost no more than what changes, however much is stored")
    void costsNoMoreThanTheChanges() {
        // Were everything copied each time, this would copy 5 x 10^9 observations.
        for (int i = 0; i < 50_000; i++) {
            store.commit(fence, List.of(seen(i)));
            store.load(CONTACTS);
        }

        assertThat(store.load(CONTACTS).observations()).hasSize(50_000);
    }

    @Test
    @DisplayName("F14: of a commit that cannot be made nothing is kept, and what was loaded before stays as it was")
    void keepsNothingOfAFailedCommit() {
        store.commit(fence, List.of(link("one", "003a")));
        CollectionState before = store.load(CONTACTS);

        assertThatThrownBy(() -> store.commit(fence, List.of(seen(1), link("two", "003a"))))
                .isInstanceOf(ContractBrokenException.class);
        assertThat(store.load(CONTACTS).observations()).isEmpty();
        assertThat(store.load(CONTACTS).links()).hasSize(1);

        store.commit(fence, List.of(seen(1), new StateChange.RemoveLink(new LinkId("one"))));
        assertThat(before.observations()).isEmpty();
        assertThat(before.links()).hasSize(1);
    }

    private static StateChange seen(int number) {
        return new StateChange.Observe(Observation.seen(new RecordKey(Side.CRM, new ItemId("003" + number)), null));
    }

    private static StateChange link(String id, String record) {
        Half half = new Half(new ItemId(record), null, Item.contact().build());
        return new StateChange.PutLink(Link.half(new LinkId(id), Side.CRM, half));
    }
}
