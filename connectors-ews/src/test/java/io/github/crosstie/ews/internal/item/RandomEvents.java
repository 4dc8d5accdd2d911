package io.github.crosstie.ews.internal.item;

import io.github.crosstie.internal.exchange.RuleReader;
import io.github.crosstie.internal.exchange.WireRecurrence;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.Sensitivity;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;

/** Events at random: single and in series, timed and all-day, in zones of all kinds. */
final class RandomEvents {

    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("Europe/Vienna"),
            ZoneId.of("America/New_York"),
            ZoneId.of("Asia/Kolkata"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("Pacific/Chatham"),
            ZoneId.of("UTC"),
            ZoneOffset.UTC,
            ZoneId.of("+05:30"));

    private final RandomValues values;

    RandomEvents(long seed) {
        values = new RandomValues(seed);
    }

    Item event() {
        Item.Builder item = Item.event();
        set(item);
        if (values.random().nextInt(3) > 0) {
            LocalDate day = LocalDate.of(2020, 1, 1).plusDays(values.random().nextInt(4_000));
            return item.set(EventFields.TIME, time(day)).build();
        }
        WireRecurrence recurrence = WireRecurrences.random(values);
        return item.set(EventFields.TIME, time(recurrence.start()))
                .set(EventFields.RECURRENCE, RuleReader.read(recurrence))
                .build();
    }

    private void set(Item.Builder item) {
        if (chance()) {
            item.set(EventFields.SUBJECT, values.text());
        }
        if (chance()) {
            item.set(EventFields.LOCATION, values.text());
        }
        if (chance()) {
            item.set(EventFields.BODY, values.text());
        }
        if (chance()) {
            item.set(EventFields.SENSITIVITY, values.one(List.of(Sensitivity.values())));
        }
        if (chance()) {
            item.set(EventFields.CATEGORIES, values.texts());
            item.set(EventFields.REQUIRED_ATTENDEES, values.texts());
            item.set(EventFields.OPTIONAL_ATTENDEES, values.texts());
            item.set(EventFields.RESOURCES, values.texts());
        }
    }

    private boolean chance() {
        return values.random().nextInt(3) > 0;
    }

    private EventTime time(LocalDate day) {
        if (values.random().nextInt(4) == 0) {
            return new EventTime.AllDay(day, day.plusDays(1 + values.random().nextInt(3)));
        }
        ZonedDateTime start = day.atTime(
                        values.random().nextInt(24), values.random().nextInt(60))
                .atZone(values.one(ZONES));
        Duration length = Duration.ofMillis(values.random().nextInt(100_000_000));
        return new EventTime.Timed(start, start.plus(length).withZoneSameInstant(values.one(ZONES)));
    }
}
