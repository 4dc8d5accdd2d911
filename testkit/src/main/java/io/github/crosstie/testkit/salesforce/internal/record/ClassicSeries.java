package io.github.crosstie.testkit.salesforce.internal.record;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Series of the classic kind: a record with {@code IsRecurrence}, and one for each occurrence, which names that one as its
 * {@code RecurrenceActivityId}, as does the first record itself. Occurrences to come follow an edit of the series, whatever they were
 * before; another pattern or time makes those to come anew.
 */
final class ClassicSeries {

    private static final String SERIES = "RecurrenceActivityId";
    private static final String START = "RecurrenceStartDateTime";
    private static final String ZONE = "RecurrenceTimeZoneSidKey";
    private static final List<String> PATTERN = List.of(
            START,
            ZONE,
            "RecurrenceEndDateOnly",
            "RecurrenceType",
            "RecurrenceInterval",
            "RecurrenceDayOfWeekMask",
            "RecurrenceDayOfMonth",
            "RecurrenceInstance",
            "RecurrenceMonthOfYear",
            "StartDateTime",
            "EndDateTime",
            "IsAllDayEvent");

    private final Database database;
    private final OccurrenceRows rows;

    ClassicSeries(Database database) {
        this.database = database;
        rows = new OccurrenceRows(database);
    }

    private static boolean isSeries(StoredRow event) {
        return event.object().name().equals("Event") && event.flag("IsRecurrence");
    }

    /** What a new series has where nobody says anything. */
    void complete(ObjectDefinition event, Map<FieldDefinition, @Nullable Object> values) {
        if (Boolean.TRUE.equals(values.get(event.field("IsRecurrence")))) {
            ClassicPattern.require(name -> values.get(event.field(name)));
            values.putIfAbsent(event.field(START), values.get(event.field("StartDateTime")));
            values.putIfAbsent(event.field(ZONE), zoneOf(values.get(event.field("OwnerId"))));
        }
    }

    private String zoneOf(@Nullable Object owner) {
        StoredRow user = owner == null ? null : database.find(owner.toString());
        return user == null ? "GMT" : Objects.requireNonNullElse(user.text("TimeZoneSidKey"), "GMT");
    }

    /** A series was saved: its occurrences are made, or follow. */
    void saved(@Nullable StoredRow before, StoredRow series, Actor actor) {
        if (!isSeries(series)) {
            return;
        }
        if (before == null) {
            database.put(series.with(Map.of(series.object().field(SERIES), series.id())));
            generate(series, Instant.MIN, actor);
        } else if (differs(before, series, PATTERN)) {
            toCome(series).forEach(rows::remove);
            generate(series, database.now(), actor);
        } else {
            List<String> changed = OccurrenceRows.FOLLOWED.stream()
                    .filter(field -> differs(before, series, List.of(field)))
                    .toList();
            toCome(series).forEach(row -> rows.follow(series, row, changed, actor));
        }
    }

    private static boolean differs(StoredRow one, StoredRow other, List<String> fields) {
        return fields.stream().anyMatch(field -> !Objects.equals(one.get(field), other.get(field)));
    }

    private Stream<StoredRow> toCome(StoredRow series) {
        return occurrences(series)
                .filter(row -> row.get("StartDateTime") instanceof Instant start && !start.isBefore(database.now()));
    }

    /** The occurrences of a series; none if it is no series. */
    Stream<StoredRow> occurrences(StoredRow series) {
        return isSeries(series)
                ? database.table(series.object()).rowsBy(SERIES, series.id()).stream()
                        .filter(row -> !row.deleted() && !row.id().equals(series.id()))
                : Stream.empty();
    }

    private void generate(StoredRow series, Instant from, Actor actor) {
        Instant begin = (Instant) Objects.requireNonNull(series.get("StartDateTime"));
        Duration length = Duration.between(begin, (Instant) Objects.requireNonNull(series.get("EndDateTime")));
        ZoneId zone = series.flag("IsAllDayEvent") ? ZoneOffset.UTC : ZoneId.of(String.valueOf(series.get(ZONE)));
        ZonedDateTime first = ((Instant) Objects.requireNonNull(series.get(START))).atZone(zone);
        Map<String, @Nullable Object> own = new HashMap<>();
        own.put(SERIES, series.id());
        for (LocalDate day : new ClassicPattern(series::get).days(first.toLocalDate())) {
            Instant at = day.atTime(first.toLocalTime()).atZone(zone).toInstant();
            if (!at.isBefore(from)) {
                rows.add(series, at, at.plus(length), own, actor);
            }
        }
    }
}
