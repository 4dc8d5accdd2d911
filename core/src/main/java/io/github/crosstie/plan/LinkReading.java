package io.github.crosstie.plan;

import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.connector.Removal;
import io.github.crosstie.diff.ThreeWayMerge;
import io.github.crosstie.diff.Views;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.RecordKey;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was read of a link's records.
 *
 * @param records the link's records
 * @param found those that are there
 * @param absent those that are not, and what is known about why
 * @param unreadable one that cannot be understood
 */
record LinkReading(
        List<RecordKey> records,
        Map<Side, RemoteItem> found,
        Map<Side, Removal> absent,
        Optional<ReadOutcome.Unreadable> unreadable) {

    static LinkReading of(PlanInput input, Link link) {
        List<RecordKey> records = new ArrayList<>();
        Map<Side, RemoteItem> found = new EnumMap<>(Side.class);
        Map<Side, Removal> absent = new EnumMap<>(Side.class);
        Optional<ReadOutcome.Unreadable> unreadable = Optional.empty();
        for (Side side : Side.values()) {
            RecordKey key = link.key(side);
            if (key == null) {
                continue;
            }
            records.add(key);
            ReadOutcome reading = input.readings().get(key);
            if (reading instanceof ReadOutcome.Found there) {
                found.put(side, there.record());
            } else if (reading instanceof ReadOutcome.Absent gone) {
                absent.put(side, removal(gone, input.toldDeleted(key)));
            } else if (reading instanceof ReadOutcome.Unreadable broken) {
                unreadable = Optional.of(broken);
            }
        }
        return new LinkReading(records, found, absent, unreadable);
    }

    /** A read that says absent proves the deletion that the change stream told of, unless it knows better (S10). */
    private static Removal removal(ReadOutcome.Absent absent, boolean told) {
        return told && absent.removal() == Removal.UNKNOWN ? Removal.DELETED : absent.removal();
    }

    /** What was last seen, as far as it is known: where digests are kept, by what was read. */
    Views recalled(Link link, ThreeWayMerge merge) {
        Views seen = link.bases();
        if (!seen.isHashed()) {
            return seen;
        }
        Views current = seen;
        for (Map.Entry<Side, RemoteItem> entry : found.entrySet()) {
            current = current.with(entry.getKey(), entry.getValue().item());
        }
        return merge.recalled(seen, current);
    }

    /** All that is known of the records: as they were read, and as they were last seen. */
    List<Item> views(Link link, ThreeWayMerge merge) {
        // Of contacts nobody asks when they take place.
        Views seen = link.bases().crm().kind() == ItemKind.EVENT ? recalled(link, merge) : link.bases();
        return Stream.concat(found.values().stream().map(RemoteItem::item), Stream.of(seen.crm(), seen.mail()))
                .toList();
    }

    Pair pair() {
        return new Pair(records.get(0).id(), records.get(1).id());
    }

    boolean deletedOn(Side side) {
        return absent.get(side) == Removal.DELETED;
    }

    RemoteItem foundOn(Side side) {
        return Objects.requireNonNull(found.get(side), () -> side + " was not read");
    }
}
