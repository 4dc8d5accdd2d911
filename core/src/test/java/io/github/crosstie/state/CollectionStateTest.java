package io.github.crosstie.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.connector.Cursor;
import io.github.crosstie.connector.Removal;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.item.Side;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CollectionStateTest {

    private static final RecordKey ADA = new RecordKey(Side.CRM, new ItemId("a"));
    private static final Half HALF = new Half(ADA.id(), null, Item.contact().build());

    @Test
    void aCopyChangesByItself() {
        CollectionState state = CollectionState.empty();
        CollectionState copy = state.copy();

        copy.apply(List.of(new StateChange.Detach(ADA), new StateChange.SetCursor(Side.CRM, new Cursor("c"))));

        assertThat(state.isDetached(ADA)).isFalse();
        assertThat(state.cursor(Side.CRM)).isNull();
        assertThat(copy.isDetached(ADA)).isTrue();
    }

    @Test
    void aRecordHasOneLinkAtMost() {
        CollectionState state = CollectionState.empty();
        state.apply(List.of(new StateChange.PutLink(Link.half(new LinkId("one"), Side.CRM, HALF))));

        assertThatThrownBy(() ->
                        state.apply(List.of(new StateChange.PutLink(Link.half(new LinkId("two"), Side.CRM, HALF)))))
                .isInstanceOf(ContractBrokenException.class)
                .hasMessageContaining("CRM:a")
                .hasMessageContaining("one");
    }

    @Test
    void aLinkThatLosesARecordFreesIt() {
        CollectionState state = CollectionState.empty();
        Half mail = new Half(new ItemId("m"), null, Item.contact().build());
        Link link = Link.of(new LinkId("one"), HALF, mail);
        state.apply(List.of(new StateChange.PutLink(link), new StateChange.PutLink(link.without(Side.CRM))));

        assertThat(state.linkOf(ADA)).isEmpty();
        assertThat(state.links()).singleElement().satisfies(kept -> {
            assertThat(kept.generation()).isEqualTo(1);
            assertThat(kept.missing()).contains(Side.CRM);
        });
    }

    @Test
    @DisplayName("a record that falls asleep and wakes up is found by what it is now alone")
    void findsObservationsByWhatTheyAreNow() {
        CollectionState state = CollectionState.empty();
        Observation seen = Observation.seen(ADA, new ItemVersion("v1"));
        Observation asleep = seen.waiting(Waiting.forKeys(Set.of("k")));

        state.apply(List.of(new StateChange.Observe(seen), new StateChange.Observe(asleep)));
        assertThat(state.awake(Instant.EPOCH)).isEmpty();
        assertThat(state.waitingFor(Set.of("k"))).containsExactly(asleep);
        assertThat(state.observations()).containsExactly(asleep);

        state.apply(List.of(new StateChange.Observe(seen)));
        assertThat(state.awake(Instant.EPOCH)).containsExactly(seen);
        assertThat(state.waitingFor(Set.of("k"))).isEmpty();
        assertThat(state.observations()).containsExactly(seen);
    }

    @Test
    @DisplayName("who waits for a key in a copy does not wait for it in the original")
    void aCopyWaitsByItself() {
        CollectionState state = CollectionState.empty();
        Observation ada = Observation.seen(ADA, null).waiting(Waiting.forKeys(Set.of("k")));
        state.apply(List.of(new StateChange.Observe(ada)));
        CollectionState copy = state.copy();
        RecordKey bea = new RecordKey(Side.CRM, new ItemId("b"));

        copy.apply(List.of(
                new StateChange.Observe(Observation.seen(bea, null).waiting(Waiting.forKeys(Set.of("k")))),
                new StateChange.ClearObservation(ADA)));

        assertThat(state.waitingFor(Set.of("k"))).containsExactly(ada);
        assertThat(copy.waitingFor(Set.of("k"))).extracting(Observation::key).containsExactly(bea);
    }

    @Test
    @DisplayName("a half link is found as such until it is whole or gone")
    void findsHalfLinks() {
        CollectionState state = CollectionState.empty();
        Link half = Link.half(new LinkId("one"), Side.CRM, HALF);

        state.apply(List.of(new StateChange.PutLink(half)));
        assertThat(state.halfLinks()).containsExactly(half);

        Link whole = half.with(
                Side.MAIL, new Half(new ItemId("m"), null, Item.contact().build()));
        state.apply(List.of(new StateChange.PutLink(whole)));
        assertThat(state.halfLinks()).isEmpty();

        Link again = whole.without(Side.MAIL);
        state.apply(List.of(new StateChange.PutLink(again)));
        assertThat(state.halfLinks()).containsExactly(again);

        state.apply(List.of(new StateChange.RemoveLink(half.id())));
        assertThat(state.halfLinks()).isEmpty();
    }

    @Test
    @DisplayName("S10: a proven deletion outlives a listing that is told again")
    void aProvenDeletionOutlivesAReplay() {
        Observation deleted = Observation.removed(ADA, Removal.DELETED);

        Observation replayed = Observation.seen(ADA, new ItemVersion("v1")).after(deleted);
        Observation unsure = Observation.removed(ADA, Removal.UNKNOWN).after(deleted);

        assertThat(replayed.removal()).isEqualTo(Removal.DELETED);
        assertThat(unsure.removal()).isEqualTo(Removal.DELETED);
        assertThat(Observation.seen(ADA, new ItemVersion("v1"))
                        .after(Observation.removed(ADA, Removal.GONE_FROM_VIEW))
                        .removal())
                .isNull();
    }

    @Test
    void aNewScanForgetsTheOldOneAndItsCursor() {
        CollectionState state = CollectionState.empty();
        state.apply(List.of(new StateChange.SetCursor(Side.CRM, new Cursor("old"))));

        state.apply(List.of(new StateChange.BeginScan(Side.CRM)));

        assertThat(state.cursor(Side.CRM)).isNull();
        assertThat(state.scanned(Side.CRM)).isEmpty();
        assertThat(state.scanned(Side.MAIL)).isNull();
    }
}
