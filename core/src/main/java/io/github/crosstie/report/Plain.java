package io.github.crosstie.report;

import io.github.crosstie.fault.Incubating;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.OccurrenceExceptions;
import io.github.crosstie.item.Recurrence;
import java.time.Duration;
import java.util.List;

/** Values as one line of plain text: whatever a person typed, it can neither break a line nor steer a terminal. */
@Incubating
public final class Plain {

    private static final List<String> UNITS = List.of(" d", " h", " min", " s");

    private Plain() {}

    /**
     * A value for people.
     *
     * @param value a value of a field, a duration, or anything that has a text
     * @return one line; control and formatting characters, other ends of lines, and halves of characters that no encoding can write are
     *     replaced. Not escaped for any format
     */
    public static String text(Object value) {
        String raw = raw(value);
        StringBuilder plain = new StringBuilder(raw.length());
        raw.codePoints().forEach(point -> {
            if (point == '\n') {
                plain.append("\\n");
            } else if (isUnfit(point)) {
                plain.append('?');
            } else {
                plain.appendCodePoint(point);
            }
        });
        return plain.toString();
    }

    private static boolean isUnfit(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }

    private static String raw(Object value) {
        if (value instanceof EventTime.Timed timed) {
            return timed.start() + " to " + timed.end();
        }
        if (value instanceof EventTime.AllDay days) {
            return days.firstDay() + " to before " + days.endDay();
        }
        if (value instanceof Duration duration) {
            return words(duration);
        }
        return value instanceof Recurrence || value instanceof OccurrenceExceptions
                ? SeriesPhrase.of(value)
                : value.toString();
    }

    /** The two largest units: nobody wants to know the seconds of a week. */
    private static String words(Duration duration) {
        long[] parts = {duration.toDays(), duration.toHoursPart(), duration.toMinutesPart(), duration.toSecondsPart()};
        int first = 0;
        while (first < parts.length - 1 && parts[first] == 0) {
            first++;
        }
        String words = parts[first] + UNITS.get(first);
        return first == parts.length - 1 || parts[first + 1] == 0
                ? words
                : words + " " + parts[first + 1] + UNITS.get(first + 1);
    }
}
