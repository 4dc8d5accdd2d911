package io.github.crosstie.examples.folder;

import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Recurrence;
import io.github.crosstie.item.Sensitivity;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.TextList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Clazz;
import net.fortuna.ical4j.model.property.DateProperty;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;

/** Events as iCalendar (RFC 5545), by ical4j. */
final class EventFormat implements RecordFormat<Calendar> {

    private static final Map<Field<?>, Place<Calendar>> PLACES = Map.of(
            EventFields.SUBJECT, text(Property.SUMMARY, Summary::new, String::toString),
            EventFields.LOCATION, text(Property.LOCATION, Location::new, String::toString),
            EventFields.BODY, text(Property.DESCRIPTION, Description::new, String::toString),
            EventFields.SENSITIVITY, text(Property.CLASS, of -> new Clazz(classOf(of)), EventFormat::sensitivity),
            EventFields.RECURRENCE, text(Property.RRULE, RRule::new, Recurrence::parse),
            EventFields.CATEGORIES, new Place<>(EventFormat::categories, EventFormat::setCategories),
            EventFields.TIME, new Place<>(EventFormat::time, EventFormat::setTime));

    private final Clock clock;

    EventFormat(Clock clock) {
        this.clock = clock;
    }

    private static VEvent event(Calendar calendar) {
        return calendar.<VEvent>getComponent(Component.VEVENT).orElseThrow();
    }

    private static Optional<Property> property(Calendar calendar, String name) {
        return event(calendar).getProperty(name);
    }

    private static Place<Calendar> text(String name, Function<String, Property> made, Function<String, ?> read) {
        return new Place<>(
                calendar -> property(calendar, name)
                        .map(Property::getValue)
                        .map(read)
                        .orElse(null),
                (calendar, value) -> put(calendar, name, value == null ? null : made.apply(value.toString())));
    }

    private static void put(Calendar calendar, String name, @Nullable Property property) {
        event(calendar).removeAll(name);
        if (property != null) {
            event(calendar).add(property);
        }
    }

    /** What is none of the standard's classes is private, as the standard has it. */
    private static Sensitivity sensitivity(String text) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "PUBLIC" -> Sensitivity.NORMAL;
            case "CONFIDENTIAL" -> Sensitivity.CONFIDENTIAL;
            default -> Sensitivity.PRIVATE;
        };
    }

    private static String classOf(String sensitivity) {
        return switch (Sensitivity.valueOf(sensitivity)) {
            case NORMAL, PERSONAL -> "PUBLIC";
            case PRIVATE -> "PRIVATE";
            case CONFIDENTIAL -> "CONFIDENTIAL";
        };
    }

    /** Of all lines: some programs write one for each. */
    private static @Nullable Object categories(Calendar calendar) {
        Set<String> texts = event(calendar).<Categories>getProperties(Property.CATEGORIES).stream()
                .flatMap(line -> line.getCategories().getTexts().stream())
                .collect(Collectors.toUnmodifiableSet());
        return texts.isEmpty() ? null : texts;
    }

    private static void setCategories(Calendar calendar, @Nullable Object value) {
        List<String> texts = RecordFormat.texts(value);
        put(calendar, Property.CATEGORIES, texts.isEmpty() ? null : new Categories(new TextList(texts)));
    }

    private static @Nullable Object time(Calendar calendar) {
        DateProperty<?> start = event(calendar)
                .<DateProperty<?>>getProperty(Property.DTSTART)
                .orElseThrow(() -> new IllegalArgumentException("an event without a start"));
        DateProperty<?> end =
                event(calendar).<DateProperty<?>>getProperty(Property.DTEND).orElse(start);
        if (start.getDate() instanceof LocalDate first) {
            if (!(end.getDate() instanceof LocalDate last)) {
                throw new IllegalArgumentException("it begins on a day and ends at a time");
            }
            return new EventTime.AllDay(first, last.isAfter(first) ? last : first.plusDays(1));
        }
        return new EventTime.Timed(moment(start), moment(end));
    }

    private static ZonedDateTime moment(DateProperty<?> property) {
        Optional<Parameter> zone = property.getParameter(Parameter.TZID);
        try {
            return Instant.from(property.getDate())
                    .atZone(zone.map(Parameter::getValue).map(ZoneId::of).orElse(ZoneOffset.UTC));
        } catch (DateTimeException floating) {
            throw new IllegalArgumentException("a time of no zone, or of one that Java does not know", floating);
        }
    }

    private static void setTime(Calendar calendar, @Nullable Object value) {
        if (value instanceof EventTime.AllDay days) {
            put(calendar, Property.DTSTART, new DtStart<>(days.firstDay()));
            put(calendar, Property.DTEND, new DtEnd<>(days.endDay()));
        } else if (value instanceof EventTime.Timed timed) {
            put(calendar, Property.DTSTART, new DtStart<>(written(timed.start())));
            put(calendar, Property.DTEND, new DtEnd<>(written(timed.end())));
        }
    }

    /** A zone goes by its name; a mere offset from UTC is none. */
    private static Temporal written(ZonedDateTime moment) {
        return moment.getZone().normalized() instanceof ZoneOffset ? moment.toInstant() : moment;
    }

    @Override
    public ItemKind kind() {
        return ItemKind.EVENT;
    }

    @Override
    public Map<Field<?>, Place<Calendar>> places() {
        return PLACES;
    }

    @Override
    public Calendar blank(String id) {
        VEvent event = new VEvent(false);
        event.add(new Uid(id)).add(new DtStamp(clock.instant()));
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Crosstie//Folder//EN")).add(ImmutableVersion.VERSION_2_0);
        return calendar.add(event);
    }

    /** One event a file, without what would be half a series: dates beside the rule, and occurrences that differ. */
    @Override
    public Calendar parse(String text) {
        Calendar calendar;
        try {
            calendar = new CalendarBuilder().build(new StringReader(text));
        } catch (IOException | ParserException strange) {
            throw new IllegalArgumentException("it is no iCalendar file", strange);
        }
        List<VEvent> events = calendar.getComponents(Component.VEVENT);
        if (events.size() != 1) {
            throw new IllegalArgumentException(
                    events.size() + " events; one in a file can be read, without exceptions");
        }
        if (!events.get(0)
                .getProperties(Property.RDATE, Property.EXDATE, Property.DURATION)
                .isEmpty()) {
            throw new IllegalArgumentException(
                    "dates beside the rule, or a duration, which this connector does not read");
        }
        return calendar;
    }

    @Override
    public String print(Calendar calendar) {
        try {
            StringWriter text = new StringWriter();
            new CalendarOutputter(false).output(calendar, text);
            return text.toString();
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text in memory takes everything", impossible);
        }
    }

    @Override
    public @Nullable String tag(Calendar calendar) {
        return property(calendar, TAG).map(Property::getValue).orElse(null);
    }

    @Override
    public void tag(Calendar calendar, String tag) {
        put(calendar, TAG, new XProperty(TAG, tag));
    }
}
