package io.github.crosstie.examples.house;

import io.github.crosstie.item.ItemKind;
import io.github.crosstie.testkit.exchange.LoopbackFolder;
import io.github.crosstie.testkit.exchange.LoopbackItem;
import io.github.crosstie.testkit.exchange.LoopbackMailbox;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A person at their mail program. */
final class MailHands implements Hands {

    private static final String FOLDER = "Salesforce_Sync";
    private static final Map<String, String> WINDOWS_ZONES =
            Map.of("Europe/Berlin", "W. Europe Standard Time", "America/New_York", "Eastern Standard Time");

    private final LoopbackMailbox mailbox;
    private final ZoneId zone;
    private final Instant from;
    private final Instant to;

    /** Looks at what takes place between two moments. */
    MailHands(LoopbackMailbox mailbox, ZoneId zone, Instant from, Instant to) {
        this.mailbox = mailbox;
        this.zone = zone;
        this.from = from;
        this.to = to;
    }

    void makeFolder() {
        mailbox.addFolder(FOLDER, mailbox.contacts());
    }

    private Optional<LoopbackFolder> contacts() {
        try {
            return Optional.of(mailbox.folder(FOLDER));
        } catch (IllegalArgumentException notYet) {
            return Optional.empty();
        }
    }

    private LoopbackFolder folder(ItemKind kind) {
        return kind == ItemKind.CONTACT ? contacts().orElseThrow() : mailbox.calendar();
    }

    private Stream<LoopbackItem> items(ItemKind kind) {
        return kind == ItemKind.CONTACT
                ? contacts().stream().flatMap(folder -> folder.list().stream())
                : mailbox.calendar().list().stream();
    }

    @Override
    public void create(Entry entry) {
        Map<String, String> item = new HashMap<>();
        entry.values().forEach((value, text) -> item.put(value.mail(), text));
        if (entry.kind() == ItemKind.EVENT) {
            item.putAll(times(entry.span()));
            item.put("StartTimeZone", Objects.requireNonNull(WINDOWS_ZONES.get(zone.getId())));
            if (entry.weeks() > 1) {
                item.put("Recurrence", weekly(entry.span().start().toLocalDate(), entry.weeks()));
            }
        }
        folder(entry.kind()).put(item);
    }

    private static Map<String, String> times(Span span) {
        return Map.of(
                "Start", span.start().toInstant().toString(),
                "End", span.end().toInstant().toString(),
                "IsAllDayEvent", Boolean.toString(span.wholeDays()));
    }

    private static String weekly(LocalDate first, int weeks) {
        return "<t:WeeklyRecurrence><t:Interval>1</t:Interval><t:DaysOfWeek>"
                + first.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                + "</t:DaysOfWeek></t:WeeklyRecurrence><t:NumberedRecurrence><t:StartDate>" + first
                + "</t:StartDate><t:NumberOfOccurrences>" + weeks
                + "</t:NumberOfOccurrences></t:NumberedRecurrence>";
    }

    @Override
    public Optional<String> find(ItemKind kind, String name) {
        return items(kind)
                .filter(item -> item.value(Value.naming(kind).mail()).equals(name))
                .map(LoopbackItem::id)
                .findFirst();
    }

    @Override
    public Optional<String> find(String subject, Span span) {
        return mailbox
                .calendar()
                .occurrences(span.start().toInstant(), span.end().toInstant())
                .stream()
                .filter(item -> item.value("Subject").equals(subject))
                .map(LoopbackItem::id)
                .findFirst();
    }

    @Override
    public void edit(ItemKind kind, String id, Value value, String text) {
        folder(kind).edit(id, value.mail(), text);
    }

    @Override
    public void move(String id, Span span) {
        mailbox.calendar().edit(id, times(span));
    }

    @Override
    public void delete(ItemKind kind, String id) {
        folder(kind).delete(id);
    }

    @Override
    public List<String> lines() {
        return Stream.concat(
                        items(ItemKind.CONTACT).map(contact -> line(ItemKind.CONTACT, contact, null)),
                        mailbox.calendar().occurrences(from, to).stream()
                                .map(event -> line(ItemKind.EVENT, event, span(event))))
                .sorted()
                .toList();
    }

    private Span span(LoopbackItem event) {
        return new Span(
                Instant.parse(event.value("Start")).atZone(zone),
                Instant.parse(event.value("End")).atZone(zone),
                Boolean.parseBoolean(event.value("IsAllDayEvent")));
    }

    /** People see no marks of HTML and no blanks at the end. */
    private static String shown(String text) {
        return text.startsWith("<html") ? text.replaceAll("<[^>]*>", "").strip() : text.stripTrailing();
    }

    private static String line(ItemKind kind, LoopbackItem item, @Nullable Span span) {
        Map<Value, String> values = new EnumMap<>(Value.class);
        for (Value value : Value.of(kind)) {
            String text = shown(item.value(value.mail()));
            if (!text.isEmpty()) {
                values.put(value, text);
            }
        }
        return Entry.line(values, span);
    }
}
