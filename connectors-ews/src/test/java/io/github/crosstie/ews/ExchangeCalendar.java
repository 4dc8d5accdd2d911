package io.github.crosstie.ews;

import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.item.CancelledOccurrences;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.OccurrenceException;
import io.github.crosstie.item.OccurrenceExceptions;
import io.github.crosstie.item.OriginalStart;
import io.github.crosstie.item.Recurrence;
import io.github.crosstie.testkit.exchange.LoopbackExchange;
import io.github.crosstie.testkit.exchange.LoopbackFolder;
import io.github.crosstie.testkit.exchange.LoopbackItem;
import io.github.crosstie.testkit.simulator.SideSource;
import io.github.crosstie.testkit.simulator.SideTraits;
import io.github.crosstie.testkit.simulator.SimulatedSide;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A calendar of its own for each history; people see and edit it without the connector's help. */
final class ExchangeCalendar implements SimulatedSide {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Pattern COUNT = Pattern.compile("NumberOfOccurrences>(\\d+)<");

    /** People cancel and change none of the later ones. */
    private static final int WEEKS = 9;

    private final Owner owner;
    private final EwsConnector connector;
    private final LoopbackFolder calendar;

    private ExchangeCalendar(LoopbackExchange exchange, URI server, String address, SideTraits traits, Clock clock) {
        owner = new Owner(address);
        connector = ExchangeContract.connector(exchange, clock)
                .server(server)
                .impersonate()
                .paging(traits.pageSize(), traits.batch())
                .build();
        calendar = exchange.mailbox(address).calendar();
    }

    static SideSource on(LoopbackExchange exchange) {
        return on(exchange, exchange.url());
    }

    /** The same, reached by another address than the server's own. */
    static SideSource on(LoopbackExchange exchange, URI server) {
        AtomicInteger mailboxes = new AtomicInteger();
        return (traits, clock) -> new ExchangeCalendar(
                exchange, server, "user" + mailboxes.incrementAndGet() + "@acme.example", traits, clock);
    }

    @Override
    public Endpoint open(SyncConfiguration configuration) {
        return connector.open(owner, ItemKind.EVENT, configuration);
    }

    @Override
    public Map<ItemId, Item> items() {
        Map<ItemId, Item> items = new LinkedHashMap<>();
        calendar.list().forEach(item -> items.put(new ItemId(item.id()), seen(item)));
        return items;
    }

    @Override
    public Optional<Item> item(ItemId id) {
        return calendar.list().stream()
                .filter(item -> item.id().equals(id.value()))
                .findFirst()
                .map(this::seen);
    }

    private Item seen(LoopbackItem item) {
        Item.Builder seen = Item.event();
        put(seen, EventFields.SUBJECT, item.value("Subject"));
        put(seen, EventFields.LOCATION, item.value("Location"));
        // Nobody sees blanks at the end of a body.
        put(seen, EventFields.BODY, item.value("Body").stripTrailing());
        EventTime time = time(item);
        seen.set(EventFields.TIME, time);
        Matcher count = COUNT.matcher(item.value("Recurrence"));
        if (count.find()) {
            seen.set(
                    EventFields.RECURRENCE,
                    Recurrence.weekly(day(time).getDayOfWeek()).toBuilder()
                            .count(Integer.parseInt(count.group(1)))
                            .build());
            occurrences(item, time, seen);
        }
        return seen.build();
    }

    private static void put(Item.Builder seen, Field<String> field, String value) {
        seen.put(field, value.isEmpty() ? null : value);
    }

    private static EventTime time(LoopbackItem item) {
        ZonedDateTime start = Instant.parse(item.value("Start")).atZone(BERLIN);
        ZonedDateTime end = Instant.parse(item.value("End")).atZone(BERLIN);
        return Boolean.parseBoolean(item.value("IsAllDayEvent"))
                ? new EventTime.AllDay(start.toLocalDate(), end.toLocalDate())
                : new EventTime.Timed(start, end);
    }

    private static LocalDate day(EventTime time) {
        return time instanceof EventTime.AllDay days
                ? days.firstDay()
                : ((EventTime.Timed) time).start().toLocalDate();
    }

    private static OriginalStart start(EventTime time, int week) {
        return time instanceof EventTime.AllDay days
                ? new OriginalStart.OnDay(days.firstDay().plusWeeks(week))
                : new OriginalStart.At(((EventTime.Timed) time).start().plusWeeks(week));
    }

    private void occurrences(LoopbackItem item, EventTime time, Item.Builder seen) {
        Map<Integer, LoopbackItem> takePlace = takePlace(item, time);
        Set<OriginalStart> cancelled = new TreeSet<>();
        OccurrenceExceptions exceptions = OccurrenceExceptions.NONE;
        for (int week = 0; week < WEEKS; week++) {
            LoopbackItem occurrence = takePlace.get(week);
            if (occurrence == null) {
                cancelled.add(start(time, week));
            } else if (!occurrence.value("Location").equals(item.value("Location"))) {
                Item own = Item.event()
                        .set(EventFields.LOCATION, occurrence.value("Location"))
                        .build();
                exceptions = exceptions.with(start(time, week), OccurrenceException.of(own));
            }
        }
        seen.set(EventFields.CANCELLED_OCCURRENCES, CancelledOccurrences.of(cancelled));
        seen.set(EventFields.EXCEPTIONS, exceptions);
    }

    /** The occurrences of the first weeks that take place. */
    private Map<Integer, LoopbackItem> takePlace(LoopbackItem series, EventTime time) {
        Instant from = day(time).atStartOfDay(BERLIN).toInstant();
        Instant to =
                day(time).plusWeeks(WEEKS).atStartOfDay(BERLIN).minusHours(1).toInstant();
        Map<Integer, LoopbackItem> byWeek = new HashMap<>();
        for (LoopbackItem occurrence : calendar.occurrences(from, to)) {
            if (occurrence.value("UID").equals(series.value("UID"))) {
                LocalDate day =
                        Instant.parse(occurrence.value("Start")).atZone(BERLIN).toLocalDate();
                byWeek.put((int) ChronoUnit.WEEKS.between(day(time), day), occurrence);
            }
        }
        return byWeek;
    }

    @Override
    public ItemId create(Item item) {
        EventTime time = item.get(EventFields.TIME).orElseThrow();
        Map<String, String> values = new HashMap<>();
        values.put("Subject", item.get(EventFields.SUBJECT).orElse(""));
        values.put("Location", item.get(EventFields.LOCATION).orElse(""));
        values.put("Body", item.get(EventFields.BODY).orElse(""));
        values.put("StartTimeZone", "W. Europe Standard Time");
        if (time instanceof EventTime.AllDay days) {
            values.put("IsAllDayEvent", "true");
            values.put("Start", days.firstDay().atStartOfDay(BERLIN).toInstant().toString());
            values.put("End", days.endDay().atStartOfDay(BERLIN).toInstant().toString());
        } else {
            EventTime.Timed timed = (EventTime.Timed) time;
            values.put("Start", timed.start().toInstant().toString());
            values.put("End", timed.end().toInstant().toString());
        }
        item.get(EventFields.RECURRENCE).ifPresent(rule -> values.put("Recurrence", wire(rule, day(time))));
        values.values().removeIf(String::isEmpty);
        ItemId id = new ItemId(calendar.put(values).id());
        for (Field<?> field : List.of(EventFields.CANCELLED_OCCURRENCES, EventFields.EXCEPTIONS)) {
            if (item.value(field) != null) {
                edit(id, field, item.value(field));
            }
        }
        return id;
    }

    private static String wire(Recurrence rule, LocalDate first) {
        String day = first.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        return "<t:WeeklyRecurrence><t:Interval>1</t:Interval><t:DaysOfWeek>" + day
                + "</t:DaysOfWeek></t:WeeklyRecurrence><t:NumberedRecurrence><t:StartDate>" + first
                + "</t:StartDate><t:NumberOfOccurrences>"
                + ((Recurrence.End.Count) rule.end()).occurrences()
                + "</t:NumberOfOccurrences></t:NumberedRecurrence>";
    }

    @Override
    public void edit(ItemId id, Field<?> field, @Nullable Object value) {
        if (value instanceof CancelledOccurrences cancelled) {
            eachChanged(id, (start, occurrence) -> {
                if (cancelled.contains(start)) {
                    calendar.delete(occurrence.id());
                }
            });
        } else if (value instanceof OccurrenceExceptions exceptions) {
            eachChanged(
                    id,
                    (start, occurrence) -> exceptions
                            .get(start)
                            .flatMap(exception -> exception.changed().get(EventFields.LOCATION))
                            .filter(location -> !location.equals(occurrence.value("Location")))
                            .ifPresent(location -> calendar.edit(occurrence.id(), "Location", location)));
        } else {
            calendar.edit(id.value(), name(field), value == null ? "" : (String) value);
        }
    }

    private interface Act {
        void on(OriginalStart start, LoopbackItem occurrence);
    }

    private void eachChanged(ItemId id, Act act) {
        LoopbackItem series = calendar.item(id.value());
        EventTime time = time(series);
        takePlace(series, time).forEach((week, occurrence) -> act.on(start(time, week), occurrence));
    }

    private static String name(Field<?> field) {
        if (field.equals(EventFields.SUBJECT)) {
            return "Subject";
        }
        if (field.equals(EventFields.LOCATION)) {
            return "Location";
        }
        if (field.equals(EventFields.BODY)) {
            return "Body";
        }
        throw new IllegalArgumentException("field " + field + ": people do not edit it here");
    }

    @Override
    public void delete(ItemId id) {
        calendar.delete(id.value());
    }

    @Override
    public Optional<ItemId> copy(ItemId id) {
        return Optional.of(new ItemId(calendar.copy(id.value()).id()));
    }
}
