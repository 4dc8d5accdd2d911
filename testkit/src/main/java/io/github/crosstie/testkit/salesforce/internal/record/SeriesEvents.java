package io.github.crosstie.testkit.salesforce.internal.record;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Series of events: a record with the pattern (its {@code GroupEventType} is 3), and a record for each occurrence, which the pattern's
 * makes. Nothing but owner, pattern and start of the pattern tells which occurrences belong to which series. Occurrences follow an edit
 * of the series, but for those that were edited by themselves; another pattern or time makes them anew.
 */
public final class SeriesEvents {

    private static final String SERIES = "3";
    private static final List<String> KEY =
            List.of("OwnerId", "Recurrence2PatternText", "Recurrence2PatternStartDate", "Recurrence2PatternTimeZone");
    private static final List<String> TIMES = List.of("StartDateTime", "EndDateTime", "IsAllDayEvent");
    private static final Set<String> NO_EXCEPTION =
            Set.of("IsReminderSet", "ReminderDateTime", "SystemModstamp", "LastModifiedDate", "LastModifiedById");

    private final Database database;
    private final OccurrenceRows rows;

    SeriesEvents(Database database) {
        this.database = database;
        rows = new OccurrenceRows(database);
    }

    /** Whether an event is the record of a series' pattern. */
    static boolean isSeries(StoredRow event) {
        return event.object().name().equals("Event")
                && event.flag("IsRecurrence2")
                && SERIES.equals(event.text("GroupEventType"));
    }

    private static boolean isOccurrence(StoredRow event) {
        return event.object().name().equals("Event")
                && event.flag("IsRecurrence2")
                && !SERIES.equals(event.text("GroupEventType"));
    }

    /** Whether two events say that they are of one series. */
    public static boolean isSameSeries(StoredRow one, StoredRow other) {
        return other.flag("IsRecurrence2")
                && KEY.stream().allMatch(field -> Objects.equals(one.get(field), other.get(field)));
    }

    /** What a new series has where nobody says anything. */
    void complete(ObjectDefinition event, @Nullable StoredRow before, Map<FieldDefinition, @Nullable Object> changes) {
        boolean isNew = before == null && Boolean.TRUE.equals(changes.get(event.field("IsRecurrence2")));
        if (isNew && SERIES.equals(changes.get(event.field("GroupEventType")))) {
            RecurrencePattern.of((String) changes.get(event.field("Recurrence2PatternText")));
            changes.putIfAbsent(event.field("Recurrence2PatternStartDate"), changes.get(event.field("StartDateTime")));
            changes.putIfAbsent(event.field("Recurrence2PatternTimeZone"), zoneOf(changes.get(event.field("OwnerId"))));
            changes.putIfAbsent(event.field("Recurrence2PatternVersion"), "1");
        } else if (before != null && isSeries(before)) {
            FieldDefinition text = event.field("Recurrence2PatternText");
            if (changes.containsKey(text)) {
                RecurrencePattern.of((String) changes.get(text));
            }
            if (isMoved(before, before.with(changes))
                    && !changes.containsKey(event.field("Recurrence2PatternStartDate"))) {
                changes.put(
                        event.field("Recurrence2PatternStartDate"),
                        before.with(changes).get("StartDateTime"));
            }
        } else if (before != null && isOccurrence(before) && differs(before, changes)) {
            changes.put(event.field("IsRecurrence2Exception"), true);
        }
    }

    private static boolean differs(StoredRow before, Map<FieldDefinition, @Nullable Object> changes) {
        return changes.entrySet().stream()
                .filter(change -> !NO_EXCEPTION.contains(change.getKey().name()))
                .anyMatch(change -> !Objects.equals(before.get(change.getKey()), change.getValue()));
    }

    private String zoneOf(@Nullable Object owner) {
        StoredRow user = owner == null ? null : database.find(owner.toString());
        return user == null ? "GMT" : Objects.requireNonNullElse(user.text("TimeZoneSidKey"), "GMT");
    }

    private static boolean isMoved(StoredRow before, StoredRow after) {
        return Stream.concat(KEY.stream(), TIMES.stream())
                .anyMatch(field -> !Objects.equals(before.get(field), after.get(field)));
    }

    /** A series was saved: its occurrences are made, or follow. */
    void saved(@Nullable StoredRow before, StoredRow series, Actor actor) {
        if (!isSeries(series)) {
            return;
        }
        if (before == null) {
            generate(series, actor);
        } else if (isMoved(before, series)) {
            occurrences(before).forEach(rows::remove);
            generate(series, actor);
        } else {
            occurrences(series)
                    .filter(row -> !row.flag("IsRecurrence2Exception"))
                    .forEach(row -> rows.follow(series, row, OccurrenceRows.FOLLOWED, actor));
        }
    }

    private Stream<StoredRow> occurrences(StoredRow series) {
        return List.copyOf(database.table(series.object()).rows()).stream()
                .filter(row -> !row.deleted() && isOccurrence(row) && isSameSeries(series, row));
    }

    private void generate(StoredRow series, Actor actor) {
        Instant first = (Instant) Objects.requireNonNull(series.get("StartDateTime"));
        Duration length = Duration.between(first, (Instant) Objects.requireNonNull(series.get("EndDateTime")));
        ZonedDateTime start = first.atZone(zone(series));
        Map<String, @Nullable Object> own = new HashMap<>();
        KEY.forEach(name -> own.put(name, series.get(name)));
        own.put("IsRecurrence2", true);
        own.put("Recurrence2PatternVersion", "1");
        for (var day :
                RecurrencePattern.of(series.text("Recurrence2PatternText")).days(start.toLocalDate())) {
            Instant at = day.atTime(start.toLocalTime()).atZone(start.getZone()).toInstant();
            rows.add(series, at, at.plus(length), own, actor);
        }
    }

    private static ZoneId zone(StoredRow series) {
        if (series.flag("IsAllDayEvent")) {
            return ZoneOffset.UTC;
        }
        try {
            return ZoneId.of(Objects.requireNonNullElse(series.text("Recurrence2PatternTimeZone"), "GMT"));
        } catch (DateTimeException e) {
            throw new Refusal("FIELD_INTEGRITY_EXCEPTION", "the time zone is not known", "Recurrence2PatternTimeZone");
        }
    }
}
