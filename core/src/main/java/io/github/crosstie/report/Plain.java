package io.github.crosstie.report;

import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.OccurrenceExceptions;
import io.github.crosstie.item.Recurrence;

/** Values as one line of plain text: whatever a person typed, it can neither break a line nor steer a terminal. */
final class Plain {

    private Plain() {}

    static String text(Object value) {
        String raw = raw(value);
        StringBuilder plain = new StringBuilder(raw.length());
        raw.codePoints().forEach(point -> {
            if (point == '\n') {
                plain.append("\\n");
            } else if (Character.isISOControl(point) || Character.getType(point) == Character.FORMAT) {
                plain.append('?');
            } else {
                plain.appendCodePoint(point);
            }
        });
        return plain.toString();
    }

    private static String raw(Object value) {
        if (value instanceof EventTime.Timed timed) {
            return timed.start() + " to " + timed.end();
        }
        if (value instanceof EventTime.AllDay days) {
            return days.firstDay() + " to before " + days.endDay();
        }
        return value instanceof Recurrence || value instanceof OccurrenceExceptions
                ? SeriesPhrase.of(value)
                : value.toString();
    }
}
