package io.github.crosstie.salesforce.internal.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.crosstie.connector.Removal;
import io.github.crosstie.fault.CursorExpiredException;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.salesforce.internal.rest.DeletedIds;
import io.github.crosstie.salesforce.internal.rest.Query;
import io.github.crosstie.salesforce.internal.rest.SalesforceRest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What changed in one object of an organization: asked once for everybody, and handed out by owner. Thread-safe; whoever asks while it is
 * being read waits for that.
 *
 * <p>It remembers in memory alone. After a restart the first who asks, with the moment up to which they know everything, makes it begin
 * there; nothing is lost by that, and what is told twice does no harm. A record that changed hands is out of view for whoever had it
 * (S10).
 */
public final class ChangeFeed {

    /** How many changes are remembered; who comes from further back is told from their moment on once more. */
    private static final int KEPT = 20_000;

    /** Of how many records the owner is remembered; of the others everybody is told who might have had them. */
    private static final int REMEMBERED = 500_000;

    /** Stamps are whole seconds, and transactions end after they are stamped. */
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    private final SalesforceRest rest;
    private final RecordMapping mapping;
    private final RowReader reader;
    private final SeriesRows series;
    private final LatestStamp latest;
    private final Duration freshness;
    private final String name;

    private final Map<String, List<Entry>> byOwner = new HashMap<>();
    private final List<Entry> forAll = new ArrayList<>();
    private final Cache<String, Seen> seen = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .executor(Runnable::run)
            .build();
    /** Of which series an occurrence is: when it is purged, the log names its id alone. */
    private final Cache<String, SeriesKey> occurrences = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .executor(Runnable::run)
            .build();

    private long position;
    private long forgotten;
    private @Nullable Instant begun;
    /** When it was last read, by this machine's clock. */
    private Instant polledAt = Instant.MIN;
    /** Up to when everything is known, by Salesforce's clock: this machine's may be wrong. */
    private Instant covered = Instant.MIN;

    /**
     * A feed that has read nothing yet.
     *
     * @param rest the organization's API
     * @param mapping of which object
     * @param reader reads its rows
     * @param freshness how old may be what is handed out
     * @param name unlike that of any other feed, now or later
     */
    public ChangeFeed(SalesforceRest rest, RecordMapping mapping, RowReader reader, Duration freshness, String name) {
        this.rest = rest;
        this.mapping = mapping;
        this.reader = reader;
        this.series = new SeriesRows(rest, reader);
        this.latest = new LatestStamp(rest, mapping.object());
        this.freshness = freshness;
        this.name = name;
    }

    /** A change, at its place; for all but one where it is for all. */
    private record Entry(long position, FeedChange change, String except) {}

    /** How a record was last told. */
    private record Seen(String owner, @Nullable ItemVersion version, boolean isDeleted) {}

    /**
     * What a feed hands out.
     *
     * @param changes the changes, oldest first
     * @param since up to which moment everything is known with them
     * @param position how far the feed was read
     */
    public record Slice(List<FeedChange> changes, Instant since, long position) {

        /** Copies the changes. */
        public Slice {
            changes = List.copyOf(changes);
        }
    }

    /**
     * Which feed it is.
     *
     * @return its name
     */
    public String name() {
        return name;
    }

    /**
     * Tells which owner a record has, as a listing showed it, so that nobody else is told of its changes.
     *
     * @param record the record's id
     * @param owner its owner
     */
    public synchronized void note(String record, String owner) {
        seen.asMap().putIfAbsent(record, new Seen(owner, null, false));
    }

    /**
     * From when on somebody must be told what changes who begins to list everything now.
     *
     * @return a moment of Salesforce's clock: this machine's may be wrong
     * @throws io.github.crosstie.fault.CrosstieException as from {@link SalesforceRest#send}
     */
    public synchronized Instant beginning() {
        return latest.get().minus(OVERLAP);
    }

    /**
     * What changed for an owner.
     *
     * @param owner who
     * @param since they know everything older than this
     * @param from how far this feed was read for them; 0 if it was not
     * @return the changes
     * @throws CursorExpiredException if the moment is too long ago for Salesforce's log of deletions
     * @throws io.github.crosstie.fault.CrosstieException as from {@link SalesforceRest#send}
     */
    public synchronized Slice since(String owner, Instant since, long from) {
        Instant now = rest.clock().instant();
        boolean isKnown = from > 0 && from >= forgotten;
        Instant start = begun;
        if (start == null || (!isKnown && since.isBefore(start))) {
            poll(since, now);
        } else if (now.isBefore(polledAt) || !now.isBefore(polledAt.plus(freshness))) {
            poll(covered.minus(OVERLAP), now);
        }
        long after = isKnown ? from : forgotten;
        List<Entry> entries = new ArrayList<>(byOwner.getOrDefault(owner, List.of()));
        entries.addAll(forAll);
        List<FeedChange> changes = entries.stream()
                .filter(entry -> entry.position() > after && !entry.except().equals(owner))
                .sorted((one, other) -> Long.compare(one.position(), other.position()))
                .map(Entry::change)
                .toList();
        return new Slice(changes, covered.minus(OVERLAP), position);
    }

    private void poll(Instant since, Instant now) {
        Instant from = since.truncatedTo(ChronoUnit.SECONDS);
        String what = "changes of " + mapping.object();
        DeletedIds purged = DeletedIds.since(rest, mapping.object(), from)
                .orElseThrow(() -> new CursorExpiredException(
                        what + " since " + from + ": the log of deletions does not reach back that far; everything is"
                                + " listed and compared"));
        List<JsonNode> rows = new ArrayList<>();
        String soql = "SELECT " + String.join(",", reader.columns()) + " FROM " + mapping.object()
                + " WHERE SystemModstamp >= " + from + " ORDER BY SystemModstamp";
        new Query(rest).pages(what, soql, true, page -> page.forEach(rows::add));
        rows.addAll(invited(rows, from));
        // Nothing is taken in before everything has come: a poll that fails has told nothing.
        List<JsonNode> whole = reader.withInvitees(whole(rows, purged.ids()));
        rows.removeIf(row -> !reader.isRecord(row));
        whole.forEach(this::take);
        // The log keeps what was taken out of the recycle bin again.
        Set<String> live = rows.stream()
                .filter(row -> !RowReader.isDeleted(row))
                .map(RowReader::id)
                .collect(Collectors.toSet());
        purged.ids().stream().filter(id -> !live.contains(id)).forEach(this::takePurged);
        Instant start = begun;
        begun = start == null || from.isBefore(start) ? from : start;
        polledAt = now;
        covered = purged.covered();
        forget();
    }

    /** Records that did not change themselves: other people are invited to them, or have answered. */
    private List<JsonNode> invited(List<JsonNode> changed, Instant from) {
        Set<String> ids = new LinkedHashSet<>(reader.invitedSince(from));
        changed.forEach(row -> ids.remove(RowReader.id(row)));
        List<JsonNode> rows = new ArrayList<>();
        for (List<String> some : Conditions.split(ids)) {
            String soql = "SELECT " + String.join(",", reader.columns()) + " FROM " + mapping.object()
                    + " WHERE Id IN (" + RecordAccess.quoted(some) + ")";
            new Query(rest).pages("events with changed invitees", soql, true, page -> page.forEach(rows::add));
        }
        return rows;
    }

    /** The changed records, and the series of which an occurrence changed, or was deleted. */
    private List<JsonNode> whole(List<JsonNode> rows, Collection<String> purged) {
        Set<SeriesKey> changed = new LinkedHashSet<>();
        if (mapping.series().isPresent()) {
            rows.stream().filter(SeriesKey::isPart).forEach(row -> {
                occurrences.put(RowReader.id(row), SeriesKey.of(row));
                changed.add(SeriesKey.of(row));
            });
            purged.stream()
                    .map(occurrences::getIfPresent)
                    .filter(Objects::nonNull)
                    .forEach(changed::add);
        }
        List<JsonNode> whole = new ArrayList<>(rows.stream()
                .filter(reader::isRecord)
                .filter(row -> !SeriesKey.isSeries(row) || RowReader.isDeleted(row))
                .toList());
        series.series(changed).stream().filter(reader::isRecord).forEach(whole::add);
        return whole;
    }

    private void take(JsonNode row) {
        String record = RowReader.id(row);
        String owner = RowReader.owner(row);
        boolean isDeleted = RowReader.isDeleted(row);
        Seen told = new Seen(owner, reader.version(row), isDeleted);
        Seen before = seen.asMap().put(record, told);
        if (told.equals(before)) {
            return;
        }
        FeedChange gone = new FeedChange.Gone(record, isDeleted ? Removal.DELETED : Removal.GONE_FROM_VIEW);
        if (before == null) {
            // Whose it was is not known: whoever had it is told, and nobody else knows it.
            tell(forAll, gone, owner);
        } else if (!before.owner().equals(owner)) {
            tell(before.owner(), gone);
        }
        tell(owner, isDeleted ? gone : new FeedChange.Changed(row));
    }

    private void takePurged(String record) {
        Seen before = seen.getIfPresent(record);
        if (before == null) {
            tell(forAll, new FeedChange.Gone(record, Removal.DELETED), "");
            seen.put(record, new Seen("", null, true));
        } else if (!before.isDeleted()) {
            tell(before.owner(), new FeedChange.Gone(record, Removal.DELETED));
            seen.put(record, new Seen(before.owner(), null, true));
        }
    }

    private void tell(String owner, FeedChange change) {
        tell(byOwner.computeIfAbsent(owner, absent -> new ArrayList<>()), change, "");
    }

    private void tell(List<Entry> entries, FeedChange change, String except) {
        position++;
        entries.add(new Entry(position, change, except));
    }

    /** Forgets the oldest changes; who has not heard of them is told once more what changed since their own moment. */
    private void forget() {
        long oldest = position - KEPT;
        if (oldest > forgotten) {
            byOwner.values().forEach(entries -> entries.removeIf(entry -> entry.position() <= oldest));
            byOwner.values().removeIf(List::isEmpty);
            forAll.removeIf(entry -> entry.position() <= oldest);
            forgotten = oldest;
            begun = covered;
            // What was told and is forgotten must not count as told.
            seen.invalidateAll();
        }
    }
}
