package io.github.crosstie.salesforce.internal.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.crosstie.fault.CursorExpiredException;
import io.github.crosstie.salesforce.internal.rest.DeletedIds;
import io.github.crosstie.salesforce.internal.rest.Query;
import io.github.crosstie.salesforce.internal.rest.SalesforceRest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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

    /**
     * How many changed records are read at a time; where there are more, each user's own records are listed anew, which costs less. Each
     * makes two changes at most, of some 300 bytes, and twice as many changes are remembered.
     */
    private static final int READ = 100_000;

    /** Of how many occurrences the series is remembered. */
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

    private final int most;
    private final FeedLog log;
    /** Of which series an occurrence is: when it is purged, the log names its id alone. */
    private final Cache<String, SeriesKey> occurrences = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .executor(Runnable::run)
            .build();

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
        this(rest, mapping, reader, freshness, name, READ);
    }

    /** A feed that reads some records at a time. */
    ChangeFeed(
            SalesforceRest rest, RecordMapping mapping, RowReader reader, Duration freshness, String name, int most) {
        this.rest = rest;
        this.mapping = mapping;
        this.reader = reader;
        this.series = new SeriesRows(rest, reader);
        this.latest = new LatestStamp(rest, mapping.object());
        this.freshness = freshness;
        this.name = name;
        this.most = most;
        this.log = new FeedLog(2 * most);
    }

    /**
     * What a feed hands out.
     *
     * @param changes the changes, oldest first
     * @param since up to which moment everything is known with them
     * @param position how far the feed was read
     * @param isLast false if more follows now, up to which the moment is the one before
     */
    public record Slice(List<FeedChange> changes, Instant since, long position, boolean isLast) {

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
     * Where somebody who begins to list everything now goes on afterwards.
     *
     * @param since from when on they must be told what changes: a moment of Salesforce's clock, as this machine's may be wrong
     * @param feed which feed goes on telling them; empty if it has read nothing yet
     * @param position from where on; 0 if it has read nothing yet
     */
    public record Beginning(Instant since, String feed, long position) {}

    /**
     * Tells which owner a record has, as a listing showed it, so that nobody else is told of its changes.
     *
     * @param record the record's id
     * @param owner its owner
     * @param changed when it was changed last, by Salesforce's clock: who had it before is not known
     */
    public synchronized void note(String record, String owner, Instant changed) {
        log.note(record, owner, changed);
    }

    /**
     * From where on somebody must be told what changes who begins to list everything now.
     *
     * @return the place
     * @throws io.github.crosstie.fault.CrosstieException as from {@link SalesforceRest#send}
     */
    public synchronized Beginning beginning() {
        Instant since = latest.get().minus(OVERLAP);
        return begun == null ? new Beginning(since, "", 0) : new Beginning(since, name, log.position());
    }

    /**
     * What changed for an owner.
     *
     * @param owner who
     * @param since they know everything older than this
     * @param from how far this feed was read for them; 0 if it was not
     * @return the changes
     * @throws CursorExpiredException if the moment is too long ago for Salesforce's log of deletions, or more has changed since than is
     *     remembered
     * @throws io.github.crosstie.fault.CrosstieException as from {@link SalesforceRest#send}
     */
    public synchronized Slice since(String owner, Instant since, long from) {
        Instant now = rest.clock().instant();
        boolean isKnown = log.holds(from);
        requireHeld(isKnown, since);
        Instant start = begun;
        if (start == null || (!isKnown && !log.hasForgotten() && since.isBefore(start))) {
            poll(since, now);
        } else if (now.isBefore(polledAt) || !now.isBefore(polledAt.plus(freshness))) {
            poll(covered.minus(OVERLAP), now);
        }
        // What was just read may have taken the place of what was not heard yet.
        boolean isStillKnown = isKnown && log.holds(from);
        requireHeld(isStillKnown, since);
        FeedLog.Part part = log.after(owner, isStillKnown ? from : log.place(since));
        return new Slice(
                part.changes(), part.isLast() ? covered.minus(OVERLAP) : since, part.position(), part.isLast());
    }

    private void requireHeld(boolean isKnown, Instant since) {
        if (!isKnown && !log.holds(since)) {
            throw tooMuch(since);
        }
    }

    private CursorExpiredException tooMuch(Instant since) {
        return new CursorExpiredException("changes of " + mapping.object() + " since " + since + ": more than the "
                + most + " records that are read at a time, or than are remembered; everything is listed and compared");
    }

    private void poll(Instant since, Instant now) {
        Instant from = since.truncatedTo(ChronoUnit.SECONDS);
        String what = "changes of " + mapping.object();
        DeletedIds purged = DeletedIds.since(rest, mapping.object(), from)
                .orElseThrow(() -> new CursorExpiredException(
                        what + " since " + from + ": the log of deletions does not reach back that far; everything is"
                                + " listed and compared"));
        // Nothing is taken in before everything has come: a reading that fails has told nothing.
        FeedReading reading = new FeedReading(mapping, reader, series, purged.ids());
        Set<String> invited = new LinkedHashSet<>(reader.invitedSince(from));
        String soql = select("SystemModstamp >= " + from + " ORDER BY SystemModstamp");
        long total = new Query(rest)
                .pages(
                        what,
                        soql,
                        true,
                        most,
                        page -> page.forEach(row -> {
                            invited.remove(RowReader.id(row));
                            note(row);
                            reading.add(row);
                        }))
                .total();
        if (total > most) {
            goOnFrom(later(covered, purged.covered()), now);
            throw tooMuch(since);
        }
        // Records that did not change themselves: other people are invited to them, or have answered.
        for (List<String> some : Conditions.split(invited)) {
            new Query(rest)
                    .pages(
                            "events with changed invitees",
                            select("Id IN (" + RecordAccess.quoted(some) + ")"),
                            true,
                            page -> page.forEach(reading::add));
        }
        purged.ids().stream()
                .map(occurrences::getIfPresent)
                .filter(Objects::nonNull)
                .forEach(reading::add);
        reading.end();
        reading.tell(log, from);
        Instant start = begun;
        begun = start == null || from.isBefore(start) ? from : start;
        polledAt = now;
        covered = later(covered, purged.covered());
        log.end(later(covered, reading.latest()).plus(OVERLAP));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private String select(String condition) {
        return "SELECT " + String.join(",", reader.columns()) + " FROM " + mapping.object() + " WHERE " + condition;
    }

    private void note(JsonNode row) {
        if (mapping.series().isPresent() && SeriesKey.isPart(row)) {
            occurrences.put(RowReader.id(row), SeriesKey.of(row));
        }
    }

    /** Leaves out what changed until now: whoever does not know it lists everything, and all of them go on from here. */
    private void goOnFrom(Instant moment, Instant now) {
        covered = moment;
        polledAt = now;
        Instant next = moment.minus(OVERLAP);
        begun = next;
        log.forgetAll(next);
    }
}
