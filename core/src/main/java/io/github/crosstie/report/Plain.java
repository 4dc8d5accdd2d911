package io.github.crosstie.report;

import io.github.crosstie.item.EventTime;

/** Values as one line of plain text: whatever a person typed, it can neither break a line nor steer a terminal. */
final class Plain {

    private Plain() {}

    static String text(Object value) {
        String raw = value.toString();
        if (value instanceof EventTime.Timed timed) {
            raw = timed.start() + " to " + timed.end();
        } else if (value instanceof EventTime.AllDay days) {
            raw = days.firstDay() + " to before " + days.endDay();
        }
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
}
