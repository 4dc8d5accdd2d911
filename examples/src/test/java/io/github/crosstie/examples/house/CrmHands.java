package io.github.crosstie.examples.house;

import io.github.crosstie.item.ItemKind;
import io.github.crosstie.testkit.salesforce.SalesforceOrganization;
import io.github.crosstie.testkit.salesforce.SalesforceRecord;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A person in Salesforce. */
final class CrmHands implements Hands {

    private final SalesforceOrganization organization;
    private final Supplier<CrmView> view;
    private final String user;
    private final ZoneId zone;

    CrmHands(SalesforceOrganization organization, Supplier<CrmView> view, String user, ZoneId zone) {
        this.organization = organization;
        this.view = view;
        this.user = user;
        this.zone = zone;
    }

    private Stream<SalesforceRecord> rows(ItemKind kind) {
        return view.get().of(user, kind).stream();
    }

    @Override
    public void create(Entry entry) {
        Map<String, Object> row = new HashMap<>();
        row.put("OwnerId", user);
        entry.values().forEach((value, text) -> row.put(value.crm(), text));
        if (entry.kind() == ItemKind.EVENT) {
            row.putAll(times(entry.span()));
            if (entry.weeks() > 1) {
                row.put("IsRecurrence2", true);
                row.put("Recurrence2PatternText", weekly(entry));
                row.put("Recurrence2PatternTimeZone", zone.getId());
            }
        }
        CrmView.records(organization, entry.kind()).create(row);
    }

    private static String weekly(Entry series) {
        String day = series.span().start().getDayOfWeek().name().substring(0, 2);
        return "RRULE:FREQ=WEEKLY;BYDAY=" + day + ";COUNT=" + series.weeks();
    }

    private static Map<String, Object> times(Span span) {
        return Map.of(
                "IsAllDayEvent", span.wholeDays(),
                "StartDateTime",
                        span.wholeDays() ? day(span.start()) : span.start().toInstant(),
                "EndDateTime",
                        span.wholeDays()
                                ? day(span.end().minusDays(1))
                                : span.end().toInstant());
    }

    /** Days have no zone in Salesforce. */
    private static Instant day(ZonedDateTime midnight) {
        return midnight.toLocalDate().atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    @Override
    public Optional<String> find(ItemKind kind, String name) {
        return rows(kind)
                .filter(row -> kind == ItemKind.CONTACT || isSeries(row) || !row.flag("IsRecurrence2"))
                .filter(row -> name.equals(row.text(Value.naming(kind).crm())))
                .map(SalesforceRecord::id)
                .findFirst();
    }

    @Override
    public Optional<String> find(String subject, Span span) {
        return rows(ItemKind.EVENT)
                .filter(row -> !isSeries(row))
                .filter(row -> subject.equals(row.text("Subject")) && span(row).equals(span))
                .map(SalesforceRecord::id)
                .findFirst();
    }

    private static boolean isSeries(SalesforceRecord row) {
        return "3".equals(row.text("GroupEventType"));
    }

    private Span span(SalesforceRecord row) {
        Instant start = Objects.requireNonNull(row.moment("StartDateTime"));
        Instant end = Objects.requireNonNull(row.moment("EndDateTime"));
        return row.flag("IsAllDayEvent")
                ? new Span(midnight(start, 0), midnight(end, 1), true)
                : new Span(start.atZone(zone), end.atZone(zone), false);
    }

    private ZonedDateTime midnight(Instant day, int later) {
        return day.atOffset(ZoneOffset.UTC).toLocalDate().plusDays(later).atStartOfDay(zone);
    }

    @Override
    public void edit(ItemKind kind, String id, Value value, String text) {
        CrmView.records(organization, kind).edit(id, value.crm(), text);
    }

    @Override
    public void move(String id, Span span) {
        organization.events().edit(id, times(span));
    }

    @Override
    public void delete(ItemKind kind, String id) {
        CrmView.records(organization, kind).delete(id);
    }

    @Override
    public List<String> lines() {
        return Stream.concat(
                        rows(ItemKind.CONTACT).map(row -> line(ItemKind.CONTACT, row, null)),
                        rows(ItemKind.EVENT)
                                .filter(row -> !isSeries(row))
                                .map(row -> line(ItemKind.EVENT, row, span(row))))
                .sorted()
                .toList();
    }

    private static String line(ItemKind kind, SalesforceRecord row, @Nullable Span span) {
        Map<Value, String> values = new EnumMap<>(Value.class);
        for (Value value : Value.of(kind)) {
            String text = row.text(value.crm());
            if (text != null) {
                values.put(value, text);
            }
        }
        return Entry.line(values, span);
    }
}
