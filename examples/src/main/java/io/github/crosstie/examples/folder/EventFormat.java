package io.github.crosstie.examples.folder;

import static io.github.crosstie.item.Sensitivity.CONFIDENTIAL;
import static io.github.crosstie.item.Sensitivity.NORMAL;
import static io.github.crosstie.item.Sensitivity.PRIVATE;

import io.github.crosstie.connector.DocumentFormat;
import io.github.crosstie.connector.DocumentFormat.Place;
import io.github.crosstie.fault.InvalidInputException;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Recurrence;
import io.github.crosstie.item.Sensitivity;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
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
final class EventFormat {

    private static final Map<String, Sensitivity> CLASSES = Map.of("PUBLIC", NORMAL, "CONFIDENTIAL", CONFIDENTIAL);

    private EventFormat() {}

    static DocumentFormat<Calendar> stampedBy(Clock clock) {
        return new DocumentFormat<>(
                ItemKind.EVENT,
                uid -> blank(uid, clock.instant()),
                EventFormat::parse,
                EventFormat::print,
                text(ContactFormat.TAG, tag -> tag, tag -> new XProperty(ContactFormat.TAG, tag)),
                Map.of(
                        EventFields.SUBJECT, text(Property.SUMMARY, text -> text, Summary::new),
                        EventFields.LOCATION, text(Property.LOCATION, text -> text, Location::new),
                        EventFields.BODY, text(Property.DESCRIPTION, text -> text, Description::new),
                        EventFields.SENSITIVITY, text(Property.CLASS, EventFormat::sensitivity, EventFormat::written),
                        EventFields.RECURRENCE, text(Property.RRULE, Recurrence::parse, RRule::new),
                        EventFields.CATEGORIES, place(Property.CATEGORIES, EventFormat::texts, EventFormat::listed),
                        EventFields.TIME, new Place<>(EventFormat::time, EventFormat::setTime)));
    }

    private static VEvent event(Calendar calendar) {
        return calendar.<VEvent>getComponent(Component.VEVENT).orElseThrow();
    }

    private static Place<Calendar> place(
            String name, Function<Calendar, ? extends @Nullable Object> read, Function<Object, Property> made) {
        return new Place<>(read, (calendar, value) -> {
            event(calendar).removeAll(name);
            if (value != null) {
                event(calendar).add(made.apply(value));
            }
        });
    }

    private static Place<Calendar> text(String name, Function<String, ?> read, Function<String, Property> made) {
        Function<Calendar, Optional<String>> value =
                calendar -> event(calendar).getProperty(name).map(Property::getValue);
        return place(name, calendar -> value.apply(calendar).map(read).orElse(null), of -> made.apply(of.toString()));
    }

    /** What is none of the standard's classes is private, as the standard has it. */
    private static Sensitivity sensitivity(String text) {
        return CLASSES.getOrDefault(text.toUpperCase(Locale.ROOT), PRIVATE);
    }

    private static Property written(String sensitivity) {
        return new Clazz(Set.of(PRIVATE.name(), CONFIDENTIAL.name()).contains(sensitivity) ? sensitivity : "PUBLIC");
    }

    /** Of all lines: some programs write one for each. */
    private static Set<String> texts(Calendar calendar) {
        return event(calendar).getCategories().stream()
                .flatMap(line -> line.getCategories().getTexts().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Property listed(Object categories) {
        return new Categories(new TextList(((Set<?>) categories).toArray(String[]::new)));
    }

    private static EventTime time(Calendar calendar) {
        VEvent event = event(calendar);
        DateProperty<?> start = event.getRequiredProperty(Property.DTSTART);
        DateProperty<?> end = event.<DateProperty<?>>getProperty(Property.DTEND).orElse(start);
        if (start.getDate() instanceof LocalDate first && end.getDate() instanceof LocalDate last) {
            return new EventTime.AllDay(first, last.isAfter(first) ? last : first.plusDays(1));
        }
        return new EventTime.Timed(moment(start), moment(end));
    }

    private static ZonedDateTime moment(DateProperty<?> property) {
        if (!property.getDate().isSupported(ChronoField.INSTANT_SECONDS)) {
            throw new InvalidInputException("event", "", "a day beside a time, or a time of no zone; give both one");
        }
        Optional<String> zone = property.getParameter(Parameter.TZID).map(Parameter::getValue);
        return Instant.from(property.getDate()).atZone(ZoneId.of(zone.orElse("Z")));
    }

    private static void setTime(Calendar calendar, @Nullable Object value) {
        if (value instanceof EventTime.AllDay days) {
            event(calendar).replace(new DtStart<>(days.firstDay())).replace(new DtEnd<>(days.endDay()));
        } else if (value instanceof EventTime.Timed timed) {
            event(calendar).replace(new DtStart<>(written(timed.start()))).replace(new DtEnd<>(written(timed.end())));
        }
    }

    /** A zone goes by its name; a mere offset from UTC is none. */
    private static Temporal written(ZonedDateTime moment) {
        return moment.getZone().normalized() instanceof ZoneOffset ? moment.toInstant() : moment;
    }

    private static Calendar blank(String uid, Instant now) {
        VEvent event = new VEvent(false);
        event.add(new Uid(uid)).add(new DtStamp(now));
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Crosstie//Folder//EN")).add(ImmutableVersion.VERSION_2_0);
        return calendar.add(event);
    }

    /** One event a file, without what would be half a series: dates beside the rule, and occurrences that differ. */
    private static Calendar parse(String text) throws IOException, ParserException {
        Calendar calendar = new CalendarBuilder().build(new StringReader(text));
        boolean isWhole = calendar.getComponents(Component.VEVENT).size() == 1
                && event(calendar).getProperties("RDATE", "EXDATE", "DURATION").isEmpty();
        if (!isWhole) {
            throw new InvalidInputException("event", "", "keep one a file, with an end and no dates beside its rule");
        }
        return calendar;
    }

    private static String print(Calendar calendar) throws IOException {
        StringWriter text = new StringWriter();
        new CalendarOutputter(false).output(calendar, text);
        return text.toString();
    }
}
