package io.github.crosstie.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.HashedValue;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ValueHasher;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.Fence;
import io.github.crosstie.state.Half;
import io.github.crosstie.state.Hint;
import io.github.crosstie.state.JournalEntry;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.MoveOrigin;
import io.github.crosstie.state.OrganizationActivity;
import io.github.crosstie.state.Pause;
import io.github.crosstie.state.StateChange;
import io.github.crosstie.state.StateStore;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A store of digests as one of values: what a digest stands for is looked up among all that was ever committed. So the promises of
 * any store hold of it word for word, and every base that it loads is made of digests that match the values committed.
 */
final class ValuesBack implements StateStore {

    /** A value with the field that it was in. */
    private record Seen(Field<?> field, Object value) {}

    private final StateStore store;
    private final Set<Seen> seen;
    private final Map<HashedValue, Object> byDigest = new HashMap<>();

    private ValuesBack(StateStore store, Set<Seen> seen) {
        this.store = store;
        this.seen = seen;
    }

    static ValuesBack of(StateStore store) {
        return new ValuesBack(store, new HashSet<>());
    }

    /** The same onto another store of the same state. */
    ValuesBack over(StateStore again) {
        return new ValuesBack(again, seen);
    }

    private void remember(StateChange change) {
        if (change instanceof StateChange.PutLink put) {
            remember(put.link().crm());
            remember(put.link().mail());
        } else if (change instanceof StateChange.PutHint put && put.hint().held() != null) {
            remember(Objects.requireNonNull(put.hint().held()));
        }
    }

    private void remember(@Nullable Half half) {
        if (half != null) {
            remember(half.base());
        }
    }

    private void remember(Item base) {
        base.values().forEach((field, value) -> seen.add(new Seen(field, value)));
    }

    @Override
    public void commit(Fence fence, List<StateChange> changes) {
        changes.forEach(this::remember);
        store.commit(fence, changes);
    }

    @Override
    public void release(Fence fence, List<StateChange> last) {
        last.forEach(this::remember);
        store.release(fence, last);
    }

    @Override
    public CollectionState load(CollectionKey collection) {
        CollectionState state = store.load(collection);
        byDigest.clear();
        List<Link> links = List.copyOf(state.links());
        List<Hint> hints = List.copyOf(state.hints());
        links.forEach(link -> state.apply(List.of(new StateChange.PutLink(back(link)))));
        hints.forEach(hint -> state.apply(List.of(new StateChange.PutHint(back(hint)))));
        return state;
    }

    private Link back(Link link) {
        return new Link(
                link.id(), back(link.crm()), back(link.mail()), link.generation(), link.attempts(), link.uncertainty());
    }

    private @Nullable Half back(@Nullable Half half) {
        return half == null ? null : half.withBase(back(half.base()));
    }

    private Hint back(Hint hint) {
        Item held = hint.held();
        return held == null ? hint : new Hint(hint.link(), hint.crm(), hint.mail(), hint.reason(), back(held));
    }

    private Item back(Item base) {
        Item.Builder item = Item.builder(base.kind());
        base.values().forEach((field, value) -> {
            assertThat(value).as("%s of a base that was loaded", field).isInstanceOf(HashedValue.class);
            HashedValue digest = (HashedValue) value;
            if (byDigest.isEmpty()) {
                index(Objects.requireNonNull(digest.hasher()));
            }
            assertThat(byDigest).as("what the digest of %s stands for", field).containsKey(digest);
            item.put(field, byDigest.get(digest));
        });
        return item.build();
    }

    private void index(ValueHasher hasher) {
        seen.forEach(each -> byDigest.put(hasher.hash(each.field().type(), each.value()), each.value()));
    }

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
        store.release(fence);
    }

    @Override
    public List<JournalEntry> journal(CollectionKey collection) {
        return store.journal(collection);
    }

    @Override
    public OptionalInt journalLinesBefore(CollectionKey collection, Instant moment) {
        return store.journalLinesBefore(collection, moment);
    }

    @Override
    public Optional<Pause> pause(CollectionKey collection) {
        return store.pause(collection);
    }

    @Override
    public Optional<MoveOrigin> movedFrom(CollectionKey collection) {
        return store.movedFrom(collection);
    }

    @Override
    public Optional<OrganizationActivity> activity(OrganizationId organization, Instant since) {
        return store.activity(organization, since);
    }
}
