package io.github.crosstie.diff;

import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What {@link LinkIndex} promises, in plain maps: it keeps every record whole and compares with {@code equals}. */
final class NaiveLinks {

    private final List<FieldRule> rules;
    private final Map<ItemId, SyncedPair> pairs = new LinkedHashMap<>();
    private final Map<ItemId, ItemId> partners = new HashMap<>();
    private final Map<ItemId, Integer> births = new HashMap<>();
    private int now;

    /** A listing with the time when it was read, and the records of its side that were linked then. */
    record Shown(
            Side side, boolean isComplete, Map<ItemId, RecordSnapshot> records, Set<ItemId> linkedThen, int time) {}

    NaiveLinks(List<FieldRule> rules) {
        this.rules = rules;
    }

    void put(SyncedPair pair) {
        births.putIfAbsent(pair.crm().id(), now);
        pairs.put(pair.crm().id(), pair);
        partners.put(pair.mail().id(), pair.crm().id());
    }

    void remove(ItemId crm) {
        SyncedPair pair = pairs.remove(crm);
        if (pair != null) {
            partners.remove(pair.mail().id());
            births.remove(crm);
        }
    }

    List<SyncedPair> pairs() {
        return List.copyOf(pairs.values());
    }

    boolean isLinked(Side side, ItemId id) {
        return side == Side.CRM ? pairs.containsKey(id) : partners.containsKey(id);
    }

    Shown shown(Side side, boolean isComplete, List<RecordSnapshot> records) {
        Map<ItemId, RecordSnapshot> last = new LinkedHashMap<>();
        records.forEach(record -> last.put(record.id(), record));
        Set<ItemId> linked = new HashSet<>(side == Side.CRM ? pairs.keySet() : partners.keySet());
        return new Shown(side, isComplete, last, linked, now++);
    }

    /** How many links stand so. */
    Map<List<RecordStatus>, Integer> counts(Shown crm, Shown mail) {
        Map<List<RecordStatus>, Integer> counts = new HashMap<>();
        pairs.values().forEach(pair -> counts.merge(statuses(pair, crm, mail), 1, Integer::sum));
        return counts;
    }

    List<Difference> differences(Shown crm, Shown mail) {
        List<Difference> differences = new ArrayList<>();
        for (SyncedPair pair : pairs.values()) {
            List<RecordStatus> statuses = statuses(pair, crm, mail);
            if (statuses.contains(RecordStatus.CHANGED) || statuses.contains(RecordStatus.GONE)) {
                differences.add(new Difference.OfLink(
                        listed(pair.crm().id(), statuses.get(0), crm),
                        listed(pair.mail().id(), statuses.get(1), mail)));
            }
        }
        for (Shown shown : List.of(crm, mail)) {
            shown.records().values().stream()
                    .filter(record -> !isLinked(shown.side(), record.id()))
                    .filter(record -> !shown.linkedThen().contains(record.id()))
                    .forEach(record -> differences.add(new Difference.Unlinked(shown.side(), record)));
        }
        return differences;
    }

    private ListedRecord listed(ItemId id, RecordStatus status, Shown shown) {
        return new ListedRecord(
                id, status, status == RecordStatus.CHANGED ? shown.records().get(id) : null);
    }

    private List<RecordStatus> statuses(SyncedPair pair, Shown crm, Shown mail) {
        return List.of(status(pair, crm), status(pair, mail));
    }

    private RecordStatus status(SyncedPair pair, Shown shown) {
        RecordSnapshot known = pair.on(shown.side());
        if (births.get(pair.crm().id()) > shown.time()) {
            return RecordStatus.UNSEEN;
        }
        RecordSnapshot record = shown.records().get(known.id());
        if (record == null) {
            return shown.isComplete() ? RecordStatus.GONE : RecordStatus.UNSEEN;
        }
        return isEqual(shown.side(), known, record) ? RecordStatus.UNCHANGED : RecordStatus.CHANGED;
    }

    private boolean isEqual(Side side, RecordSnapshot known, RecordSnapshot record) {
        if (known.version() != null && known.version().equals(record.version())) {
            return true;
        }
        return known.item() != null
                && record.item() != null
                && mapped(side, known.item()).equals(mapped(side, record.item()));
    }

    private Map<Field<?>, Object> mapped(Side side, Item item) {
        Map<Field<?>, Object> mapped = new HashMap<>();
        for (FieldRule rule : rules) {
            Object value = item.value(rule.on(side));
            if (rule.isOn() && value != null) {
                mapped.put(rule.on(side), value);
            }
        }
        return mapped;
    }
}
