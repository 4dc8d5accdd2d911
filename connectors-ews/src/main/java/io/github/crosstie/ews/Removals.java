package io.github.crosstie.ews;

import io.github.crosstie.connector.Removal;
import io.github.crosstie.ews.item.ItemMapping;
import io.github.crosstie.ews.item.ItemRecord;
import io.github.crosstie.ews.operation.ItemShape;
import io.github.crosstie.ews.operation.PropertyPath;
import io.github.crosstie.ews.operation.Restriction;
import io.github.crosstie.ews.soap.Trouble;
import io.github.crosstie.ews.soap.TroubleKind;
import io.github.crosstie.fault.CrosstieException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Why items are not in their folder any more (S10): deleted, if they are found where deleted items are. Whoever was
 * moved elsewhere, or cannot be told again, is gone for a reason that nobody knows.
 */
final class Removals {

    private static final List<String> BINS = List.of("deleteditems", "recoverableitemsdeletions");
    private static final int BATCH = 20;

    private static final ItemShape SHAPE =
            ItemShape.of(List.of(ItemMapping.STAMP, ItemMapping.SEARCH_KEY, PropertyPath.field("calendar:UID")));

    /** What a server says that has no such folder, or does not let it be searched. */
    private static final Set<TroubleKind> NO_SUCH_SEARCH = EnumSet.of(
            TroubleKind.MAILBOX, TroubleKind.GONE, TroubleKind.ITEM, TroubleKind.PROGRAM, TroubleKind.RIGHTS);

    private final Mailbox mailbox;
    private final ItemMapping mapping;
    private final Traces traces;

    Removals(Mailbox mailbox, ItemMapping mapping, Traces traces) {
        this.mailbox = mailbox;
        this.mapping = mapping;
        this.traces = traces;
    }

    /** What is known about each of some items that are not there. */
    Map<String, Removal> of(Collection<String> ids) {
        Map<String, Removal> known = new HashMap<>();
        Map<String, Traces.Trace> sought = new LinkedHashMap<>();
        for (String id : ids) {
            known.put(id, Removal.UNKNOWN);
            traces.of(id).ifPresent(trace -> sought.put(id, trace));
        }
        for (String bin : BINS) {
            found(bin, sought.values())
                    .forEach(item -> sought.entrySet().removeIf(entry -> {
                        boolean deleted = entry.getValue().isOf(item);
                        if (deleted) {
                            known.put(entry.getKey(), Removal.DELETED);
                        }
                        return deleted;
                    }));
        }
        return known;
    }

    private List<ItemRecord> found(String bin, Collection<Traces.Trace> sought) {
        Map<PropertyPath, List<String>> values = new LinkedHashMap<>();
        sought.forEach(trace ->
                values.computeIfAbsent(trace.path(), path -> new ArrayList<>()).add(trace.value()));
        List<ItemRecord> found = new ArrayList<>();
        values.forEach((path, all) -> {
            for (int from = 0; from < all.size(); from += BATCH) {
                search(bin, new Restriction(path, all.subList(from, Math.min(all.size(), from + BATCH))), found);
            }
        });
        return found;
    }

    private void search(String bin, Restriction restriction, List<ItemRecord> found) {
        try {
            mailbox.findItem().find(mailbox.folder(bin), SHAPE, restriction, mapping::read, found::add);
        } catch (CrosstieException e) {
            if (Trouble.of(e)
                    .map(Trouble::kind)
                    .filter(NO_SUCH_SEARCH::contains)
                    .isEmpty()) {
                throw e;
            }
        }
    }
}
