package io.github.crosstie.graph.internal.item;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.crosstie.internal.exchange.SeriesUpdate;
import io.github.crosstie.internal.exchange.WindowsZones;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.OccurrenceException;
import io.github.crosstie.item.OccurrenceExceptions;
import io.github.crosstie.item.OriginalStart;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts a series together with its occurrences that have something of their own. Not safe for several threads. */
final class ExceptionReading {

    private static final String ORIGINAL_START = "originalStart";
    private static final int HALF_A_DAY = 12;

    private final Item series;
    private final EventTime first;
    private final WindowsZones zones;
    private final SortedMap<OriginalStart, OccurrenceException> exceptions = new TreeMap<>();
    private @Nullable String trouble;

    private ExceptionReading(Item series, EventTime first, WindowsZones zones) {
        this.series = series;
        this.first = first;
        this.zones = zones;
    }

    /**
     * The whole series.
     *
     * @param series the series as it was read
     * @param occurrences occurrences of it; those that are no exceptions are passed over
     * @param zones the table of zones
     * @return the series with its exceptions; with trouble if one of them cannot be understood
     */
    static ItemRecord whole(ItemRecord series, Iterable<JsonNode> occurrences, WindowsZones zones) {
        if (series.trouble() != null) {
            return series;
        }
        EventTime first = series.item().get(EventFields.TIME).orElseThrow();
        ExceptionReading reading = new ExceptionReading(series.item(), first, zones);
        for (JsonNode occurrence : occurrences) {
            if (occurrence.path("type").asText("").equals("exception")) {
                reading.read(occurrence);
            }
        }
        return reading.record(series);
    }

    /** A series of which nobody knows what its occurrences have of their own. */
    static ItemRecord untold(ItemRecord series) {
        return series.withTrouble("the server does not tell which of its occurrences were changed; it is read again");
    }

    private void read(JsonNode exception) {
        ItemRecord occurrence = EventReading.read(exception, zones);
        if (occurrence.trouble() != null) {
            trouble = "one of its occurrences cannot be read: " + occurrence.trouble();
            return;
        }
        Optional<OriginalStart> start = originalStart(exception, first, zones);
        if (start.isPresent()) {
            exceptions.put(start.get(), SeriesUpdate.exception(series, start.get(), occurrence.item()));
        } else {
            trouble = "one of its occurrences does not say which one it is; open it and save it anew";
        }
    }

    /** When the rule has an occurrence start: always an instant, whatever zone one asks for and the series is in. */
    static Optional<OriginalStart> originalStart(JsonNode occurrence, EventTime first, WindowsZones zones) {
        Instant original;
        try {
            original = OffsetDateTime.parse(occurrence.path(ORIGINAL_START).asText(""))
                    .toInstant();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
        if (first instanceof EventTime.Timed timed) {
            return Optional.of(
                    new OriginalStart.At(original.atZone(timed.start().getZone())));
        }
        String zone = occurrence.path("originalStartTimeZone").asText("");
        return Optional.of(
                new OriginalStart.OnDay(day(original, zones.zone(zone).orElse(ZoneOffset.UTC))));
    }

    /** The day whose midnight it is, in UTC or in the zone of the series; else that of the nearest midnight. */
    private static LocalDate day(Instant original, ZoneId zone) {
        ZonedDateTime here = original.atZone(ZoneOffset.UTC);
        ZonedDateTime there = original.atZone(zone);
        if (here.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            return here.toLocalDate();
        }
        return there.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? there.toLocalDate()
                : here.plusHours(HALF_A_DAY).toLocalDate();
    }

    private ItemRecord record(ItemRecord read) {
        return trouble == null
                ? read.withItem(series.toBuilder()
                        .set(EventFields.EXCEPTIONS, new OccurrenceExceptions(exceptions))
                        .build())
                : read.withTrouble(trouble);
    }
}
