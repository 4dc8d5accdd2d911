package io.github.crosstie.testkit.internal.mailbox;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The times of one request. A time with a zone or an offset says itself when it is; one without is meant in the zone of
 * its item, else in that of the request, else in UTC. Answers are in the zone of the request, else in UTC.
 */
public final class Times {

    /** The elements that hold a date with a time. */
    private static final Set<String> MOMENTS = Set.of(
            "Start",
            "End",
            "OriginalStart",
            "RecurrenceId",
            "DateTimeStamp",
            "DateTimeCreated",
            "DateTimeReceived",
            "DateTimeSent",
            "LastModifiedTime",
            "LastResponseTime",
            "AppointmentReplyTime",
            "ReminderDueBy",
            "ReminderNextTime",
            "Birthday",
            "WeddingAnniversary");

    private static final Pattern OFFSET = Pattern.compile("T.*[+-]");

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    private final @Nullable Tree definition;
    private final @Nullable ZoneRules context;

    private Times(@Nullable Tree definition, @Nullable ZoneRules context) {
        this.definition = definition;
        this.context = context;
    }

    public static Times utc() {
        return new Times(null, null);
    }

    /** The times of a request with a zone of its own. */
    public static Times in(Tree definition) throws Refusal {
        return new Times(definition, ZoneDefinition.rules(definition));
    }

    /** What names the zone of the request, as an element; UTC if it has none. */
    public Tree zoneElement(String name) {
        return definition == null
                ? ZoneDefinition.brief(name, "UTC")
                : new Tree("t:" + name, definition.attributes(), "", definition.children());
    }

    /** The zone of the request, or UTC. */
    public ZoneRules zone() {
        return context == null ? ZoneRules.of(ZoneOffset.UTC) : context;
    }

    public static boolean isMoment(String element) {
        return MOMENTS.contains(element);
    }

    /** Reads a time; without an offset it is meant in a zone. */
    public static Instant read(String text, ZoneRules zone) throws Refusal {
        String trimmed = text.strip();
        try {
            if (trimmed.endsWith("Z") || OFFSET.matcher(trimmed).find()) {
                return OffsetDateTime.parse(trimmed).toInstant().truncatedTo(ChronoUnit.SECONDS);
            }
            return instant(LocalDateTime.parse(trimmed), zone).truncatedTo(ChronoUnit.SECONDS);
        } catch (DateTimeException unreadable) {
            throw new Refusal("ErrorInvalidValueForProperty", "The value is no date with a time.");
        }
    }

    /** Reads a date; its offset, if it has one, is not looked at. */
    public static LocalDate date(String text) throws Refusal {
        try {
            return LocalDate.parse(text.strip().substring(0, 10));
        } catch (DateTimeException | IndexOutOfBoundsException unreadable) {
            throw new Refusal("ErrorCalendarInvalidRecurrence", "The value is no date.");
        }
    }

    public static Instant instant(LocalDateTime local, ZoneRules zone) {
        return local.toInstant(zone.getOffset(local));
    }

    public static LocalDateTime local(Instant instant, ZoneRules zone) {
        return LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, zone.getOffset(instant));
    }

    public static Instant stored(String text) {
        return Instant.parse(text);
    }

    /** A moment as the answer tells it. */
    public String show(Instant moment) {
        if (context == null) {
            return moment.truncatedTo(ChronoUnit.SECONDS).toString();
        }
        ZoneOffset offset = context.getOffset(moment);
        return SECONDS.format(LocalDateTime.ofEpochSecond(moment.getEpochSecond(), 0, offset)) + offset.getId();
    }

    /** A tree of stored values, all moments in it told as the answer tells them. */
    public Tree show(Tree stored) {
        if (context == null) {
            return stored;
        }
        if (stored.children().isEmpty()) {
            boolean moment =
                    MOMENTS.contains(stored.localName()) && stored.text().endsWith("Z");
            return moment ? stored.withText(show(stored(stored.text()))) : stored;
        }
        List<Tree> shown = stored.children().stream().map(this::show).toList();
        return stored.withChildren(shown);
    }
}
