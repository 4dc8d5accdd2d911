package io.github.crosstie.ews;

import io.github.crosstie.connector.Removal;
import io.github.crosstie.ews.internal.item.ItemMapping;
import io.github.crosstie.ews.internal.item.ItemRecord;
import io.github.crosstie.ews.internal.operation.FolderReference;
import io.github.crosstie.ews.internal.operation.ItemShape;
import io.github.crosstie.ews.internal.operation.PropertyPath;
import io.github.crosstie.ews.internal.operation.Restriction;
import io.github.crosstie.ews.internal.operation.Result;
import io.github.crosstie.ews.internal.soap.Trouble;
import io.github.crosstie.ews.internal.soap.TroubleKind;
import io.github.crosstie.internal.exchange.Stamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Why items are not in their folder any more (S10): deleted, if they are found where deleted items are and nowhere
 * else; gone from view, if they are found in another folder. Whoever is found in both places may be one or the other,
 * as people copy items, and so may whoever is found in its folder by another id, as it may have been away and come
 * back. Whoever is found nowhere, or cannot be told again, is gone for a reason that nobody knows.
 */
final class Removals {

    private static final int VALUES = 20;
    private static final int FOLDERS = 50;

    private static final ItemShape SHAPE =
            ItemShape.of(List.of(ItemMapping.STAMP, ItemMapping.SEARCH_KEY, PropertyPath.field("calendar:UID")));

    /** What a server says that has no such folder, or does not let it be searched. */
    private static final Set<TroubleKind> NO_SUCH_SEARCH = EnumSet.of(
            TroubleKind.MAILBOX, TroubleKind.GONE, TroubleKind.ITEM, TroubleKind.PROGRAM, TroubleKind.RIGHTS);

    private final Mailbox mailbox;
    private final ItemMapping mapping;
    private final Traces traces;
    private final Whereabouts whereabouts;

    Removals(Mailbox mailbox, ItemMapping mapping, Traces traces, Whereabouts whereabouts) {
        this.mailbox = mailbox;
        this.mapping = mapping;
        this.traces = traces;
        this.whereabouts = whereabouts;
    }

    /** What is known about each of some items that are not there. */
    Map<String, Removal> of(Collection<String> ids) {
        Map<String, Removal> known = new HashMap<>();
        Map<String, List<Traces.Trace>> sought = new LinkedHashMap<>();
        for (String id : ids) {
            known.put(id, Removal.UNKNOWN);
            traces.of(id).ifPresent(trace -> sought.put(id, List.of(trace)));
        }
        known.putAll(search(sought));
        return known;
    }

    /** What is known about items of which nothing is remembered, but which marks they may carry. */
    Map<String, Removal> of(Map<String, List<Stamp>> marks) {
        Map<String, List<Traces.Trace>> sought = new LinkedHashMap<>();
        marks.forEach((id, stamps) -> {
            if (traces.of(id).isEmpty()) {
                sought.put(id, stamps.stream().map(Traces.Trace::of).toList());
            }
        });
        return search(sought);
    }

    private Map<String, Removal> search(Map<String, List<Traces.Trace>> sought) {
        Map<String, Removal> known = new HashMap<>();
        if (!sought.isEmpty()) {
            Whereabouts.Folders folders = whereabouts.look();
            Search bins = search(folders.bins(), sought);
            List<FolderReference> elsewhere = new ArrayList<>(folders.others());
            elsewhere.addAll(folders.synced());
            Search others = search(elsewhere, sought);
            Set<FolderReference> view = Set.copyOf(folders.synced());
            sought.keySet().forEach(id -> known.put(id, removal(bins, others, view, id)));
        }
        return known;
    }

    private static Removal removal(Search bins, Search others, Set<FolderReference> view, String id) {
        Set<FolderReference> elsewhere = others.places(id);
        if (!bins.places(id).isEmpty()) {
            return elsewhere.isEmpty() && !others.leftOut ? Removal.DELETED : Removal.UNKNOWN;
        }
        return view.containsAll(elsewhere) ? Removal.UNKNOWN : Removal.GONE_FROM_VIEW;
    }

    /** In which folders items were found, and whether one of the folders could not be looked into. */
    private static final class Search {
        private final Map<String, Set<FolderReference>> found = new HashMap<>();
        private boolean leftOut;

        Set<FolderReference> places(String id) {
            return found.getOrDefault(id, Set.of());
        }
    }

    private Search search(List<FolderReference> folders, Map<String, List<Traces.Trace>> sought) {
        Search search = new Search();
        Map<PropertyPath, List<String>> values = new LinkedHashMap<>();
        sought.values().stream()
                .flatMap(List::stream)
                .forEach(trace -> values.computeIfAbsent(trace.path(), path -> new ArrayList<>())
                        .add(trace.value()));
        values.forEach((path, all) -> parts(all, VALUES)
                .forEach(some -> parts(folders, FOLDERS)
                        .forEach(places -> look(places, new Restriction(path, some), sought, search))));
        return search;
    }

    private void look(
            List<FolderReference> places,
            Restriction restriction,
            Map<String, List<Traces.Trace>> sought,
            Search search) {
        List<Result<List<ItemRecord>>> results = mailbox.findItem().look(places, SHAPE, restriction, mapping::read);
        for (int at = 0; at < results.size(); at++) {
            FolderReference place = places.get(at);
            Result<List<ItemRecord>> result = results.get(at);
            if (result instanceof Result.Done<List<ItemRecord>> done) {
                sought.forEach((id, traced) -> {
                    if (done.value().stream().anyMatch(item -> traced.stream().anyMatch(trace -> trace.isOf(item)))) {
                        search.found
                                .computeIfAbsent(id, each -> new HashSet<>())
                                .add(place);
                    }
                });
            } else {
                Trouble trouble = ((Result.Failed<List<ItemRecord>>) result).trouble();
                if (!NO_SUCH_SEARCH.contains(trouble.kind())) {
                    throw trouble.toException("FindItem", mailbox.clock());
                }
                search.leftOut = true;
            }
        }
    }

    private static <T> List<List<T>> parts(List<T> all, int size) {
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            parts.add(all.subList(from, Math.min(all.size(), from + size)));
        }
        return parts;
    }
}
