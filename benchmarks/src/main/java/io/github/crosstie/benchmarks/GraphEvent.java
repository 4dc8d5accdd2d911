package io.github.crosstie.benchmarks;

import io.github.crosstie.graph.internal.item.ItemRecord;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.Sensitivity;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a page of Graph tells of an event, as far as the library keeps it. */
record GraphEvent(
        String id,
        String version,
        String uid,
        String subject,
        String body,
        String location,
        boolean special,
        List<String> categories,
        String start,
        String end,
        List<String> attendees) {

    private static final DateTimeFormatter SPELLED =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSS", Locale.ROOT);

    /** The same of what the library has read. */
    static GraphEvent of(ItemRecord read) {
        Item item = read.item();
        EventTime.Timed time = (EventTime.Timed) item.get(EventFields.TIME).orElseThrow();
        return new GraphEvent(
                read.id(),
                read.version(),
                read.uid(),
                item.get(EventFields.SUBJECT).orElse(""),
                item.get(EventFields.BODY).orElse(""),
                item.get(EventFields.LOCATION).orElse(""),
                item.get(EventFields.SENSITIVITY).orElse(Sensitivity.NORMAL) != Sensitivity.NORMAL,
                sorted(item.get(EventFields.CATEGORIES).orElse(Set.of())),
                spelled(time.start()),
                spelled(time.end()),
                sorted(item.get(EventFields.REQUIRED_ATTENDEES).orElse(Set.of())));
    }

    private static List<String> sorted(Set<String> texts) {
        return texts.stream().sorted().toList();
    }

    private static String spelled(ZonedDateTime moment) {
        return SPELLED.format(moment.withZoneSameInstant(ZoneOffset.UTC));
    }
}
