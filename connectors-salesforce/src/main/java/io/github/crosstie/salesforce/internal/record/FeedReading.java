package io.github.crosstie.salesforce.internal.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.crosstie.item.ItemVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one reading of an object's changes brings, until all of it has come: of each record what a log keeps, and the rows of the latest
 * alone, so that memory does not grow with what they hold. Not thread-safe.
 */
final class FeedReading {

    private static final int ROWS_AT_ONCE = 2_000;
    private static final int SERIES_AT_ONCE = 200;

    private final RecordMapping mapping;
    private final RowReader reader;
    private final SeriesRows series;
    private final Set<String> purged;

    private final List<JsonNode> some = new ArrayList<>();
    private final List<FeedLog.Told> told = new ArrayList<>();
    private final LatestRows rows = new LatestRows();
    private final Map<String, String> owners = new HashMap<>();
    private final Set<SeriesKey> changed = new LinkedHashSet<>();
    private final Set<String> live = new HashSet<>();
    private Instant latest = Instant.MIN;

    FeedReading(RecordMapping mapping, RowReader reader, SeriesRows series, Set<String> purged) {
        this.mapping = mapping;
        this.reader = reader;
        this.series = series;
        this.purged = purged;
    }

    /** When the youngest of the rows was changed. */
    Instant latest() {
        return latest;
    }

    /** Takes a changed row: a record, or a part of a series that is read afterwards. */
    void add(JsonNode row) {
        Instant changedAt = RowReader.changedAt(row);
        if (changedAt.isAfter(latest) && !changedAt.equals(Instant.MAX)) {
            latest = changedAt;
        }
        if (mapping.series().isPresent() && SeriesKey.isPart(row)) {
            changed.add(SeriesKey.of(row));
        }
        if (!reader.isRecord(row)) {
            return;
        }
        if (!RowReader.isDeleted(row) && purged.contains(RowReader.id(row))) {
            live.add(RowReader.id(row));
        }
        if (!SeriesKey.isSeries(row) || RowReader.isDeleted(row)) {
            collect(row);
        }
    }

    /** A series of which something is gone. */
    void add(SeriesKey key) {
        changed.add(key);
    }

    /** Reads the series of which something changed, and ends. */
    void end() {
        List<SeriesKey> keys = List.copyOf(changed);
        for (int from = 0; from < keys.size(); from += SERIES_AT_ONCE) {
            series.series(keys.subList(from, Math.min(keys.size(), from + SERIES_AT_ONCE))).stream()
                    .filter(reader::isRecord)
                    .forEach(this::collect);
        }
        complete();
    }

    private void collect(JsonNode row) {
        some.add(row);
        if (some.size() >= ROWS_AT_ONCE) {
            complete();
        }
    }

    private void complete() {
        for (JsonNode row : reader.withInvitees(some)) {
            String owner = owners.computeIfAbsent(RowReader.owner(row), same -> same);
            ItemVersion version = reader.version(row);
            told.add(new FeedLog.Told(RowReader.id(row), owner, version, RowReader.isDeleted(row)));
            rows.put(RowReader.id(row), version, row);
        }
        some.clear();
    }

    /** Hands over everything. */
    void tell(FeedLog log, Instant from) {
        told.forEach(one -> log.take(one, rows.get(one.record(), one.version()), from));
        // The log of deletions keeps what was taken out of the recycle bin again.
        purged.stream().filter(id -> !live.contains(id)).forEach(id -> log.takePurged(id, from));
    }
}
