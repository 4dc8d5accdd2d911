package io.github.crosstie.salesforce;

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
import io.github.crosstie.recurrence.RuleExpander;
import io.github.crosstie.salesforce.internal.rest.KeptSession;
import io.github.crosstie.testkit.salesforce.LoopbackSalesforce;
import io.github.crosstie.testkit.salesforce.SalesforceField;
import io.github.crosstie.testkit.salesforce.SalesforceRecord;
import io.github.crosstie.testkit.salesforce.SalesforceRecords;
import io.github.crosstie.testkit.simulator.SideSource;
import io.github.crosstie.testkit.simulator.SimulatedSide;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The events of one user, in an organization of its own for each history; people see and edit them without the
 * connector's help.
 */
final class OrganizationCalendar implements SimulatedSide {

    private static final String TAG = "Crosstie_Tag__c";
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Map<Field<?>, String> TEXTS =
            Map.of(EventFields.SUBJECT, "Subject", EventFields.LOCATION, "Location", EventFields.BODY, "Description");

    private final String user;
    private final SalesforceConnector connector;
    private final SalesforceRecords events;

    private OrganizationCalendar(LoopbackSalesforce salesforce, Clock clock) {
        user = salesforce.organization().addUser("ada@acme.example", "Lovelace");
        salesforce
                .organization()
                .declare(
                        "Event",
                        SalesforceField.text(TAG, 255).externalId().unique().caseSensitive());
        events = salesforce.organization().events();
        connector = SalesforceConnector.builder(
                        SalesforceConnection.builder()
                                .client(CLIENT)
                                .tokens(new KeptSession(salesforce))
                                .clock(clock)
                                .allowPlainHttp()
                                .build(),
                        salesforce.organization().id())
                .tagField(TAG)
                .userZones(owner -> BERLIN)
                .recurrences(RuleExpander.create())
                .freshness(Duration.ZERO)
                .build();
    }

    /** Organizations, each told to the caller, who stops it. */
    static SideSource started(Consumer<LoopbackSalesforce> running) {
        return (traits, clock) -> {
            LoopbackSalesforce salesforce = LoopbackSalesforce.start(new SteadyClock(clock));
            running.accept(salesforce);
            return new OrganizationCalendar(salesforce, clock);
        };
    }

    @Override
    public Endpoint open(SyncConfiguration configuration) {
        return connector.open(new Owner(user), ItemKind.EVENT, configuration);
    }

    @Override
    public Map<ItemId, Item> items() {
        List<SalesforceRecord> live = events.all();
        Map<ItemId, Item> items = new LinkedHashMap<>();
        for (SalesforceRecord event : live) {
            String tag = event.text(TAG);
            boolean isOccurrence = is(event, "IsRecurrence2") && !isSeries(event);
            if (!isOccurrence && (tag == null || !tag.startsWith("~"))) {
                items.put(new ItemId(event.id()), seen(event, live));
            }
        }
        return items;
    }

    private static boolean is(SalesforceRecord event, String flag) {
        return Boolean.TRUE.equals(event.values().get(flag));
    }

    private static boolean isSeries(SalesforceRecord event) {
        return "3".equals(event.text("GroupEventType"));
    }

    private static Item seen(SalesforceRecord event, List<SalesforceRecord> live) {
        Item.Builder seen = Item.event();
        TEXTS.forEach((field, name) -> seen.put(field, event.text(name)));
        EventTime time = time(event);
        seen.set(EventFields.TIME, time);
        if (isSeries(event)) {
            Recurrence rule = Recurrence.parse(
                    Objects.requireNonNull(event.text("Recurrence2PatternText")).substring("RRULE:".length()));
            seen.set(EventFields.RECURRENCE, rule);
            Map<OriginalStart, SalesforceRecord> rows = occurrences(event, live);
            List<OriginalStart> cancelled = new ArrayList<>();
            OccurrenceExceptions exceptions = OccurrenceExceptions.NONE;
            for (int week = 0; week < ((Recurrence.End.Count) rule.end()).occurrences(); week++) {
                OriginalStart start = start(time, week);
                SalesforceRecord row = rows.get(start);
                if (row == null) {
                    cancelled.add(start);
                } else if (!Objects.equals(row.text("Location"), event.text("Location"))) {
                    exceptions = exceptions.with(
                            start,
                            OccurrenceException.of(Item.event().build())
                                    .with(EventFields.LOCATION, row.text("Location")));
                }
            }
            seen.set(EventFields.CANCELLED_OCCURRENCES, CancelledOccurrences.of(cancelled));
            seen.set(EventFields.EXCEPTIONS, exceptions);
        }
        return seen.build();
    }

    private static Map<OriginalStart, SalesforceRecord> occurrences(
            SalesforceRecord series, List<SalesforceRecord> live) {
        Map<OriginalStart, SalesforceRecord> rows = new HashMap<>();
        for (SalesforceRecord row : live) {
            if (is(row, "IsRecurrence2")
                    && !isSeries(row)
                    && Objects.equals(row.text("Recurrence2PatternText"), series.text("Recurrence2PatternText"))
                    && Objects.equals(
                            row.moment("Recurrence2PatternStartDate"), series.moment("Recurrence2PatternStartDate"))) {
                rows.put(OriginalStart.of(time(row)), row);
            }
        }
        return rows;
    }

    private static EventTime time(SalesforceRecord event) {
        Instant start = event.moment("StartDateTime");
        Instant end = event.moment("EndDateTime");
        return is(event, "IsAllDayEvent")
                ? new EventTime.AllDay(day(start), day(end).plusDays(1))
                : new EventTime.Timed(start.atZone(BERLIN), end.atZone(BERLIN));
    }

    private static LocalDate day(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static OriginalStart start(EventTime time, int week) {
        return time instanceof EventTime.AllDay days
                ? new OriginalStart.OnDay(days.firstDay().plusWeeks(week))
                : new OriginalStart.At(((EventTime.Timed) time).start().plusWeeks(week));
    }

    /** Salesforce does not tell to which of two such series an occurrence belongs. */
    @Override
    public boolean holdsTwinSeries() {
        return false;
    }

    /** Salesforce makes all occurrences anew when a rule changes: people and the engine leave it. */
    @Override
    public Set<Field<?>> fixed() {
        return Set.of(EventFields.RECURRENCE);
    }

    @Override
    public ItemId create(Item item) {
        Map<String, Object> values = new HashMap<>();
        values.put("OwnerId", user);
        TEXTS.forEach((field, name) -> {
            if (item.value(field) != null) {
                values.put(name, Objects.requireNonNull(item.value(field)));
            }
        });
        EventTime time = item.get(EventFields.TIME).orElseThrow();
        if (time instanceof EventTime.AllDay days) {
            values.put("IsAllDayEvent", true);
            values.put(
                    "StartDateTime",
                    days.firstDay().atStartOfDay(ZoneOffset.UTC).toInstant());
            values.put(
                    "EndDateTime",
                    days.endDay().minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        } else {
            EventTime.Timed timed = (EventTime.Timed) time;
            values.put("StartDateTime", timed.start().toInstant());
            values.put("EndDateTime", timed.end().toInstant());
        }
        item.get(EventFields.RECURRENCE).ifPresent(rule -> {
            values.put("IsRecurrence2", true);
            values.put("Recurrence2PatternText", "RRULE:" + rule);
            values.put("Recurrence2PatternTimeZone", BERLIN.getId());
        });
        ItemId id = new ItemId(events.create(values));
        for (Field<?> field : List.of(EventFields.CANCELLED_OCCURRENCES, EventFields.EXCEPTIONS)) {
            if (item.value(field) != null) {
                edit(id, field, item.value(field));
            }
        }
        return id;
    }

    @Override
    public void edit(ItemId id, Field<?> field, @Nullable Object value) {
        if (field.equals(EventFields.CANCELLED_OCCURRENCES)) {
            cancel(id, value instanceof CancelledOccurrences cancelled ? cancelled : CancelledOccurrences.NONE);
        } else if (value instanceof OccurrenceExceptions exceptions) {
            rows(id).forEach((start, row) -> exceptions
                    .get(start)
                    .flatMap(exception -> exception.changed().get(EventFields.LOCATION))
                    .filter(location -> !location.equals(row.text("Location")))
                    .ifPresent(location -> events.edit(row.id(), "Location", location)));
        } else {
            String name = TEXTS.get(field);
            if (name == null) {
                throw new IllegalArgumentException("field " + field + ": people do not edit it here");
            }
            events.edit(id.value(), name, value);
        }
    }

    /** Cancels occurrences, and takes those that are not cancelled any more out of the recycle bin. */
    private void cancel(ItemId id, CancelledOccurrences cancelled) {
        Map<OriginalStart, SalesforceRecord> rows = rows(id);
        rows.forEach((start, row) -> {
            if (cancelled.contains(start)) {
                events.delete(row.id());
            }
        });
        occurrences(events.get(id.value()), events.inRecycleBin()).forEach((start, row) -> {
            if (!cancelled.contains(start) && !rows.containsKey(start)) {
                events.undelete(row.id());
            }
        });
    }

    private Map<OriginalStart, SalesforceRecord> rows(ItemId series) {
        return occurrences(events.get(series.value()), events.all());
    }

    @Override
    public void delete(ItemId id) {
        SalesforceRecord event = events.get(id.value());
        if (isSeries(event)) {
            rows(id).values().forEach(row -> events.delete(row.id()));
        }
        events.delete(id.value());
    }
}
