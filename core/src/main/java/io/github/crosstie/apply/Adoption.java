package io.github.crosstie.apply;

import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.diff.ThreeWayMerge;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.Attempt;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.Half;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.Observation;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.state.StateChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Binds a record that an attempt created as the missing half of its link. */
final class Adoption {

    private final ThreeWayMerge merge;

    Adoption(ThreeWayMerge merge) {
        this.merge = merge;
    }

    /** The whole link: each side was last seen as the attempt left it, so that later edits stay visible as edits. */
    Link bound(Link link, RecordKey created, @Nullable ItemVersion version, CorrelationTag tag) {
        Side side = created.side();
        Attempt attempt = link.attempt(tag)
                .orElseThrow(() -> new ContractBrokenException(side + " endpoint answered the creation of "
                        + created.id() + " with a tag that no attempt of link " + link.id() + " carried"));
        // An attempt creates one record at most: another one with its tag is a person's copy, and no duplicate.
        return bound(link, created, version, attempt.source(), merge.projected(side, attempt.content()))
                .givingUp(tag);
    }

    private static Link bound(
            Link link, RecordKey created, @Nullable ItemVersion version, Item sourceBase, Item createdBase) {
        Side side = created.side();
        Half source = Objects.requireNonNull(link.on(side.other()), "source half");
        return link.with(side.other(), source.withBase(sourceBase))
                .with(side, new Half(created.id(), version, createdBase));
    }

    /** A record that turned up: its version is unknown, so that both sides are looked at. */
    List<StateChange> foundAgain(CollectionState state, Link link, RecordKey created, CorrelationTag tag) {
        // Of an attempt that a store which was set back has forgotten, nobody knows what it was made of: a first merge
        // then.
        Item nothing = Item.builder(collectionKind(link)).build();
        Link bound = link.attempt(tag).isPresent()
                ? bound(link, created, null, tag)
                : bound(link, created, null, nothing, nothing);
        List<StateChange> changes = new ArrayList<>();
        changes.add(new StateChange.PutLink(bound));
        changes.add(new StateChange.RemoveIntent(link.id()));
        changes.addAll(awaken(state, bound));
        return changes;
    }

    private static ItemKind collectionKind(Link link) {
        return link.bases().crm().kind();
    }

    /** Both records of a link are to be looked at; what was told of them before stays noted. */
    static List<StateChange> awaken(CollectionState state, Link link) {
        List<StateChange> changes = new ArrayList<>();
        for (Side side : Side.values()) {
            RecordKey key = link.key(side);
            if (key != null) {
                changes.add(awaken(state, key));
            }
        }
        return changes;
    }

    /** A record is to be looked at; what was told of it before stays noted. */
    static StateChange awaken(CollectionState state, RecordKey key) {
        Observation seen = state.observation(key);
        return new StateChange.Observe(seen == null ? Observation.seen(key, null) : seen.awake());
    }
}
