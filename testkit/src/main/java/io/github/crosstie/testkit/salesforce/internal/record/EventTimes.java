package io.github.crosstie.testkit.salesforce.internal.record;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the ways to say when an event takes place in step with each other. A timed event has a start and an end or a
 * duration, from which the third follows; an all-day event has a first day and a last one, both at midnight UTC.
 */
final class EventTimes {

    private static final long DAY = Duration.ofDays(1).toMinutes();
    private static final long LONGEST = Duration.ofDays(14).toMinutes();

    private final ObjectDefinition event;
    private final @Nullable StoredRow before;
    private final Map<FieldDefinition, @Nullable Object> changes;

    EventTimes(ObjectDefinition event, @Nullable StoredRow before, Map<FieldDefinition, @Nullable Object> changes) {
        this.event = event;
        this.before = before;
        this.changes = changes;
    }

    /** Adds what follows from the changes. */
    void complete() {
        boolean says = before == null
                || changes.keySet().stream()
                        .anyMatch(
                                field -> field.name()
                                        .matches(
                                                "IsAllDayEvent|ActivityDate|ActivityDateTime|StartDateTime|EndDateTime|DurationInMinutes"));
        if (says) {
            changes.putAll(Boolean.TRUE.equals(now("IsAllDayEvent")) ? allDay() : timed());
        }
    }

    private Map<FieldDefinition, @Nullable Object> timed() {
        Instant start = (Instant) said("StartDateTime");
        Instant activity = (Instant) said("ActivityDateTime");
        if (start != null && activity != null && !start.equals(activity)) {
            throw integrity("StartDateTime and ActivityDateTime must be the same", "StartDateTime");
        }
        start = start != null ? start : activity;
        start = start != null ? start : (Instant) earlier("StartDateTime");
        Instant end = (Instant) said("EndDateTime");
        Long minutes = (Long) said("DurationInMinutes");
        if (end == null && minutes == null) {
            minutes = (Long) earlier("DurationInMinutes");
        }
        if (start == null || (end == null && minutes == null)) {
            throw new Refusal(
                    "REQUIRED_FIELD_MISSING",
                    "Required fields are missing: [DurationInMinutes, ActivityDateTime]",
                    "DurationInMinutes",
                    "ActivityDateTime");
        }
        if (end == null) {
            end = start.plus(Objects.requireNonNull(minutes), ChronoUnit.MINUTES);
        } else if (minutes != null && minutes != Duration.between(start, end).toMinutes()) {
            throw integrity("Duration and end date do not say the same", "DurationInMinutes");
        }
        return times(start, start, end, Duration.between(start, end).toMinutes());
    }

    private Map<FieldDefinition, @Nullable Object> allDay() {
        LocalDate first = firstDay();
        Instant end = (Instant) said("EndDateTime");
        Long minutes = (Long) said("DurationInMinutes");
        if (minutes == null && before != null && before.flag("IsAllDayEvent")) {
            minutes = (Long) earlier("DurationInMinutes");
        }
        long days = end != null
                ? ChronoUnit.DAYS.between(first, day(end)) + 1
                : minutes == null ? 1 : Math.max(1, (minutes + DAY - 1) / DAY);
        if (days < 1) {
            throw integrity("Event end date can't be before its start date", "EndDateTime");
        }
        return times(midnight(first), null, midnight(first.plusDays(days - 1)), days * DAY);
    }

    private LocalDate firstDay() {
        LocalDate date = (LocalDate) said("ActivityDate");
        if (date != null) {
            return date;
        }
        Instant start = (Instant) said("StartDateTime");
        start = start != null ? start : (Instant) said("ActivityDateTime");
        start = start != null ? start : (Instant) earlier("StartDateTime");
        if (start == null) {
            throw new Refusal("REQUIRED_FIELD_MISSING", "Required fields are missing: [ActivityDate]", "ActivityDate");
        }
        return day(start);
    }

    private Map<FieldDefinition, @Nullable Object> times(
            Instant start, @Nullable Instant activity, Instant end, long minutes) {
        if (end.isBefore(start)) {
            throw integrity("Event end date can't be before its start date", "EndDateTime");
        }
        if (minutes > LONGEST) {
            throw integrity("Event duration can't exceed 14 days", "DurationInMinutes");
        }
        Map<FieldDefinition, @Nullable Object> times = new HashMap<>();
        times.put(event.field("StartDateTime"), start);
        times.put(event.field("ActivityDateTime"), activity);
        times.put(event.field("ActivityDate"), day(start));
        times.put(event.field("EndDateTime"), end);
        times.put(event.field("EndDate"), day(end));
        times.put(event.field("DurationInMinutes"), minutes);
        return times;
    }

    private @Nullable Object said(String field) {
        return changes.get(event.field(field));
    }

    private @Nullable Object earlier(String field) {
        return before == null ? null : before.get(field);
    }

    private @Nullable Object now(String field) {
        return changes.containsKey(event.field(field)) ? said(field) : earlier(field);
    }

    private static LocalDate day(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Refusal integrity(String message, String field) {
        return new Refusal("FIELD_INTEGRITY_EXCEPTION", message, field);
    }
}
