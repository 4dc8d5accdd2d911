package io.github.crosstie.apply;

import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.diff.Views;
import io.github.crosstie.item.HashedValue;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.plan.Pair;
import io.github.crosstie.plan.PlannedChange;
import io.github.crosstie.plan.Skip;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.Half;
import io.github.crosstie.state.IdSource;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.LinkId;
import io.github.crosstie.state.Observation;
import io.github.crosstie.state.OrganizedElsewhere;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.state.StateChange;
import io.github.crosstie.state.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The planned changes that touch the stored state alone. */
final class StateSteps {

    private final CollectionKey collection;
    private final CollectionState state;
    private final Adoption adoption;
    private final IdSource ids;

    StateSteps(CollectionKey collection, CollectionState state, Adoption adoption, IdSource ids) {
        this.collection = collection;
        this.state = state;
        this.adoption = adoption;
        this.ids = ids;
    }

    List<StateChange> of(PlannedChange change) {
        List<StateChange> changes = new ArrayList<>();
        if (change instanceof PlannedChange.Refute refute) {
            Observation seen = state.observation(refute.record());
            if (seen != null) {
                changes.add(new StateChange.Observe(seen.refuted()));
            }
        } else if (change instanceof PlannedChange.Forget forget) {
            clear(forget.records(), changes);
            changes.addAll(HintSteps.forgotten(state, forget.record()));
        } else if (change instanceof PlannedChange.Unlink unlink) {
            changes.addAll(ending(unlink.link()));
            if (unlink.gone()) {
                clear(unlink.records(), changes);
            } else {
                unlink.records().forEach(record -> changes.add(Adoption.awaken(state, record)));
            }
        } else if (change instanceof PlannedChange.Detach detach) {
            changes.addAll(ending(detach.link()));
            detach.records().forEach(record -> changes.add(new StateChange.Detach(record)));
            clear(detach.records(), changes);
        } else if (change instanceof PlannedChange.Leave leave) {
            changes.addAll(HintSteps.left(state, leave));
        } else if (change instanceof PlannedChange.Awaken awaken) {
            changes.add(Adoption.awaken(state, awaken.record()));
        } else if (change instanceof PlannedChange.Match match) {
            changes.add(new StateChange.PutLink(matched(match.pair())));
        } else if (change instanceof PlannedChange.Adopt adopt) {
            changes.addAll(adopted(adopt.link(), adopt.record(), adopt.tag()));
        } else {
            throw new IllegalArgumentException(
                    change.getClass() + " does not change the state alone; carry it out apart");
        }
        return changes;
    }

    private List<StateChange> ending(LinkId id) {
        return state.link(id).map(Endings::of).orElse(List.of());
    }

    private static void clear(List<RecordKey> records, List<StateChange> changes) {
        records.forEach(record -> changes.add(new StateChange.ClearObservation(record)));
    }

    /** Linked, but never in step: without base and version, so that the first merge may be done again after a crash. */
    private Link matched(Pair pair) {
        Views nothing = Views.empty(collection.kind());
        return Link.of(
                new LinkId(ids.next()),
                new Half(pair.crm(), null, nothing.crm()),
                new Half(pair.mail(), null, nothing.mail()));
    }

    private List<StateChange> adopted(LinkId id, RecordKey record, CorrelationTag tag) {
        return state.link(id)
                .map(link -> link.on(record.side()) == null ? link : link.without(record.side()))
                .map(link -> adoption.foundAgain(state, link, record, tag))
                .orElse(List.of());
    }

    /** Takes over what was read; a side that was written in this pass has its version from the write. */
    List<StateChange> settle(PlannedChange.Settle settle, Set<RecordKey> written) {
        Optional<Link> linked = state.linkOf(settle.pair().on(Side.CRM));
        if (linked.isEmpty()) {
            return List.of();
        }
        Link link = linked.get();
        for (Side side : Side.values()) {
            Half known = Objects.requireNonNull(link.on(side), "half");
            Half half = known.withBase(keyed(settle.bases().on(side), known.base()));
            ItemVersion read = settle.versions().get(side);
            boolean keepsVersion =
                    read == null || written.contains(settle.pair().on(side));
            link = link.with(side, keepsVersion ? half : half.withVersion(read));
        }
        List<StateChange> changes = new ArrayList<>();
        changes.add(new StateChange.PutLink(link));
        clear(settle.records(), changes);
        return changes;
    }

    /** A plan that was stored has digests without their keys: of what it did not touch, the link's own stay. */
    private static Item keyed(Item base, Item known) {
        if (!base.isHashed()) {
            return base;
        }
        Item.Builder keyed = base.toBuilder();
        base.values().forEach((field, value) -> {
            if (value instanceof HashedValue hashed && hashed.hasher() == null) {
                keyed.put(field, known.value(field));
            }
        });
        return keyed.build();
    }

    /** Notes until when skipped records are left alone, and that a linked copy is somebody else's. */
    List<StateChange> skip(Skip skip) {
        List<StateChange> changes = new ArrayList<>();
        if (skip.code() == OutcomeCode.NOT_ORGANIZER) {
            state.linkOf(skip.records().get(0))
                    .flatMap(OrganizedElsewhere::remembered)
                    .ifPresent(link -> changes.add(new StateChange.PutLink(link)));
        }
        Waiting waiting = skip.waiting();
        for (RecordKey record : skip.records()) {
            Observation seen = state.observation(record);
            if (seen != null && waiting != null && !waiting.equals(seen.waiting())) {
                changes.add(new StateChange.Observe(seen.waiting(waiting)));
            }
        }
        return changes;
    }
}
