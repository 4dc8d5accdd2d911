package io.github.crosstie.move;

import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.connector.Removal;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.item.Side;
import io.github.crosstie.item.ValueHasher;
import io.github.crosstie.plan.Planner;
import io.github.crosstie.state.AttemptTag;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.Half;
import io.github.crosstie.state.Hint;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.RecordKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks records up by the new way, the surest sign first (S22): ids, marks, UIDs, contents. A sign counts only if it means one record
 * on either side; what several could be is ambiguous, and left to a person.
 *
 * <p>What is found by id is dropped as soon as it is compared, so that a large mailbox takes little memory; only records that no id
 * leads to are kept while the other rungs are tried.
 */
final class Ladder {

    private static final String ID = "id\u0000";

    private final CollectionKey collection;
    private final Planner planner;
    private final Identities identities;

    private final Map<ItemId, Sought> missing = new LinkedHashMap<>();
    private final Map<ItemId, Sighting> found = new HashMap<>();
    private final Map<ItemId, SortedSet<ItemId>> ambiguous = new HashMap<>();
    private final Map<ItemId, Removal> removals = new HashMap<>();
    private final Map<ItemId, RemoteItem> pool = new TreeMap<>();

    Ladder(CollectionKey collection, Planner planner, Identities identities) {
        this.collection = collection;
        this.planner = planner;
        this.identities = identities;
    }

    /** What the new way shows of what is sought. */
    record Findings(
            List<Sought> sought,
            Map<ItemId, Sighting> found,
            Map<ItemId, SortedSet<ItemId>> ambiguous,
            Map<ItemId, Removal> removals,
            Set<ItemId> others,
            boolean isComplete) {}

    Findings climb(CollectionState state, Endpoint to, Runnable goingOn) {
        List<Sought> sought = sought(state);
        sought.forEach(one -> missing.put(one.from(), one));
        Map<ItemId, Known> byId = identities.known(state, List.copyOf(missing.values()));
        TargetListing listing = new TargetListing(to, record -> sight(record, byId.get(record.id())), id -> {
            Known known = byId.get(id);
            if (known != null) {
                find(known.sought(), new Sighting(id, known.rung(), null));
            }
        });
        goingOn.run();
        boolean isComplete = listing.read(goingOn);
        readUnlisted(to, byId);
        goingOn.run();
        byMark();
        byUid();
        byContents();
        return new Findings(sought, found, ambiguous, removals, pool.keySet(), isComplete);
    }

    /** A record to which an id leads. */
    record Known(Sought sought, Rung rung) {}

    private static List<Sought> sought(CollectionState state) {
        List<Sought> sought = new ArrayList<>();
        for (Link link : state.links()) {
            Half half = link.mail();
            if (half != null) {
                sought.add(Sought.half(half.id(), link));
            }
        }
        for (RecordKey key : state.detached()) {
            if (key.side() == Side.MAIL) {
                sought.add(Sought.detached(key.id()));
            }
        }
        for (Hint hint : state.hints()) {
            ItemId mail = hint.mail();
            if (mail != null) {
                sought.add(Sought.former(mail, hint));
            }
        }
        return sought;
    }

    private void sight(RemoteItem record, @Nullable Known known) {
        if (known != null && isIt(known.sought(), record)) {
            find(known.sought(), new Sighting(record.id(), known.rung(), record));
        } else {
            pool.put(record.id(), record);
            if (known != null && !names(record, link -> true)) {
                ambiguous
                        .computeIfAbsent(known.sought().from(), absent -> new TreeSet<>())
                        .add(record.id());
            }
        }
    }

    /**
     * Whether the record to which an id leads is the one: it says so by its mark, or holds what was last seen or at least has a key of
     * it. One that a person has changed out of recognition is for a person to tell.
     */
    private boolean isIt(Sought sought, RemoteItem record) {
        Link link = sought.link();
        Half half = link == null ? null : link.mail();
        if (link == null || half == null || names(record, tag -> isOf(tag, link))) {
            return true;
        }
        if (names(record, tag -> true)) {
            return false;
        }
        return half.base().holds(record.item())
                || !Collections.disjoint(keys(seen(half)), keys(like(half.base(), record)));
    }

    private boolean names(RemoteItem record, Predicate<AttemptTag> whom) {
        return mark(record).filter(whom).isPresent();
    }

    private static boolean isOf(AttemptTag tag, Link link) {
        return tag.link().equals(link.id().value()) || tag.source().equals(source(link));
    }

    /** The engine's own mark that a record carries. */
    private Optional<AttemptTag> mark(RemoteItem record) {
        return Optional.ofNullable(record.tag())
                .flatMap(AttemptTag::parse)
                .filter(tag -> tag.isOf(collection) && tag.side() == Side.MAIL);
    }

    private static RemoteItem seen(Half half) {
        return new RemoteItem(half.id(), new ItemVersion("seen"), half.base());
    }

    private void find(Sought sought, Sighting sighting) {
        found.put(sought.from(), sighting);
        missing.remove(sought.from());
        ambiguous.remove(sought.from());
        pool.remove(sighting.to());
    }

    /** What an id leads to, but was not listed: it may be too new for the listing, elsewhere, or gone. */
    private void readUnlisted(Endpoint to, Map<ItemId, Known> byId) {
        List<ItemId> unlisted = byId.keySet().stream()
                .filter(id -> missing.containsKey(from(byId, id)) && !pool.containsKey(id))
                .sorted()
                .toList();
        Portions.each(unlisted, to.capabilities().readBatch(), batch -> {
            for (ReadOutcome outcome : to.read(batch)) {
                if (outcome instanceof ReadOutcome.Found record) {
                    sight(record.record(), byId.get(outcome.id()));
                } else if (outcome instanceof ReadOutcome.Absent absent) {
                    removals.put(from(byId, outcome.id()), absent.removal());
                } else {
                    // It is there, and cannot be read: it is not gone.
                    Known known = Objects.requireNonNull(byId.get(outcome.id()), "known");
                    find(known.sought(), new Sighting(outcome.id(), known.rung(), null));
                }
            }
        });
    }

    private static ItemId from(Map<ItemId, Known> byId, ItemId id) {
        return Objects.requireNonNull(byId.get(id), "known").sought().from();
    }

    private void byMark() {
        match(
                Rung.MARK,
                sought -> sought.link() == null
                        ? List.of()
                        : List.of("link/" + sought.link().id(), "source/" + source(sought.link())),
                record -> mark(record)
                        .map(tag -> List.of("link/" + tag.link(), "source/" + tag.source()))
                        .orElse(List.of()));
    }

    private static String source(Link link) {
        Half crm = link.crm();
        return crm == null ? "" : AttemptTag.source(crm.id());
    }

    private void byUid() {
        if (missing.isEmpty() || pool.isEmpty()) {
            return;
        }
        Map<ItemId, String> old = identities.uidsBefore(List.copyOf(missing.keySet()));
        Map<ItemId, String> now = old.isEmpty() ? Map.of() : identities.uidsNow(List.copyOf(pool.keySet()));
        match(Rung.UID, sought -> uid(old, sought.from()), record -> uid(now, record.id()));
    }

    private static List<String> uid(Map<ItemId, String> uids, ItemId id) {
        String uid = uids.get(id);
        return uid == null ? List.of() : List.of(uid);
    }

    private void byContents() {
        HashedKeys told = new HashedKeys();
        for (Item base : hashedBases()) {
            ValueHasher.of(base)
                    .filter(told::isNew)
                    .ifPresent(hasher ->
                            pool.values().forEach(record -> told.add(keys(like(base, record)), keys(record))));
        }
        match(
                Rung.CONTENTS,
                sought -> {
                    Half half = sought.link() == null ? null : sought.link().mail();
                    return half == null ? List.of() : told.told(keys(seen(half)));
                },
                this::keys);
    }

    private List<Item> hashedBases() {
        return missing.values().stream()
                .flatMap(sought -> Stream.ofNullable(sought.link()))
                .flatMap(link -> Stream.ofNullable(link.mail()))
                .map(Half::base)
                .filter(Item::isHashed)
                .toList();
    }

    /** A record in the form in which something is kept: as digests, if that is. */
    private static RemoteItem like(Item kept, RemoteItem record) {
        return ValueHasher.of(kept)
                .map(hasher -> new RemoteItem(record.id(), record.version(), hasher.hashed(record.item())))
                .orElse(record);
    }

    /** The keys of S2, a contact's address before its name. */
    private List<String> keys(RemoteItem record) {
        return planner.matchKeys(Side.MAIL, record.withTag(null)).stream()
                .filter(key -> !key.startsWith(ID))
                .toList();
    }

    /** Finds those of which one sign means one record on either side; signs that mean several make what they mean ambiguous. */
    private void match(Rung rung, Function<Sought, List<String>> wanted, Function<RemoteItem, List<String>> shown) {
        Map<String, List<Sought>> bySign = group(missing.values(), wanted);
        Map<String, List<RemoteItem>> byShown = group(pool.values(), shown);
        bySign.forEach((sign, all) -> {
            List<Sought> seekers =
                    all.stream().filter(one -> missing.containsKey(one.from())).toList();
            List<RemoteItem> records = byShown.getOrDefault(sign, List.of()).stream()
                    .filter(one -> pool.containsKey(one.id()))
                    .toList();
            if (seekers.size() == 1 && records.size() == 1) {
                find(seekers.get(0), new Sighting(records.get(0).id(), rung, records.get(0)));
            } else if (!seekers.isEmpty() && !records.isEmpty()) {
                several(rung, seekers, records);
            }
        });
    }

    /** Equal ones go in pairs: which is which makes no difference. The rest is for a person to tell. */
    private void several(Rung rung, List<Sought> seekers, List<RemoteItem> records) {
        for (Sought seeker : seekers) {
            Half half = seeker.link() == null ? null : seeker.link().mail();
            if (half != null) {
                records.stream()
                        .filter(record ->
                                pool.containsKey(record.id()) && half.base().holds(record.item()))
                        .findFirst()
                        .ifPresent(record -> find(seeker, new Sighting(record.id(), rung, record)));
            }
        }
        SortedSet<ItemId> left = records.stream()
                .map(RemoteItem::id)
                .filter(pool::containsKey)
                .collect(Collectors.toCollection(TreeSet::new));
        for (Sought seeker : seekers) {
            if (missing.containsKey(seeker.from()) && !left.isEmpty()) {
                ambiguous
                        .computeIfAbsent(seeker.from(), absent -> new TreeSet<>())
                        .addAll(left);
            }
        }
    }

    private static <T> Map<String, List<T>> group(Iterable<T> all, Function<T, List<String>> signs) {
        Map<String, List<T>> groups = new TreeMap<>();
        for (T one : all) {
            signs.apply(one)
                    .forEach(sign -> groups.computeIfAbsent(sign, absent -> new ArrayList<>())
                            .add(one));
        }
        return groups;
    }
}
