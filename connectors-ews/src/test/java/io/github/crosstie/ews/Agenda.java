package io.github.crosstie.ews;

import io.github.crosstie.item.CancelledOccurrences;
import io.github.crosstie.item.ContactFields;
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
import io.github.crosstie.memory.InMemoryRecords;
import io.github.crosstie.testkit.Items;
import io.github.crosstie.testkit.MutableClock;
import io.github.crosstie.testkit.exchange.LoopbackFolder;
import io.github.crosstie.testkit.exchange.LoopbackItem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What people have, do and see on both sides of a user: contacts, a single event, one of whole days, and a series of
 * either, with occurrences of their own. Weeks are counted from {@link #TEN}.
 */
final class Agenda {

    static final ZonedDateTime TEN = MutableClock.START
            .plus(Duration.ofDays(14))
            .atZone(ZoneId.of("Europe/Berlin"))
            .withHour(10);

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate DAY = TEN.toLocalDate();
    private static final int WEEKS = 20;

    private final SyncedMailbox user;

    Agenda(SyncedMailbox user) {
        this.user = user;
    }

    /** Records on either side that the other one does not have. */
    void fill() {
        contacts().create(Items.contact("Ada", "Crm").build());
        contacts().create(Items.contact("Bea", "Crm").build());
        events().create(standing());
        events().create(Items.allDay("Fair", DAY.plusDays(3), 2).build());
        events().create(Items.allDay("Market", DAY.plusDays(2), 1)
                .set(EventFields.RECURRENCE, weekly(DAY.plusDays(2), 4))
                .build());
        LoopbackFolder folder =
                user.mailbox().addFolder("Salesforce_Sync", user.mailbox().contacts());
        folder.put(Map.of("Surname", "Mail", "EmailAddresses/EmailAddress1", "cleo.mail@example.com"));
        putEvent("Lunch", TEN.plusDays(1));
    }

    private static Item standing() {
        return Items.meeting("Standing", TEN, Duration.ofHours(1))
                .set(EventFields.RECURRENCE, weekly(DAY, 5))
                .set(EventFields.CANCELLED_OCCURRENCES, CancelledOccurrences.of(at(1)))
                .set(
                        EventFields.EXCEPTIONS,
                        OccurrenceExceptions.of(
                                at(2),
                                Item.event().set(EventFields.SUBJECT, "Sitting").build()))
                .build();
    }

    static Recurrence weekly(LocalDate first, int count) {
        return Recurrence.weekly(first.getDayOfWeek()).toBuilder().count(count).build();
    }

    /** The occurrence of the series of mornings in a week. */
    static OriginalStart at(int week) {
        return new OriginalStart.At(TEN.plusWeeks(week));
    }

    /** The occurrence of the series of days in a week. */
    static OriginalStart onDay(int week) {
        return new OriginalStart.OnDay(DAY.plusDays(2).plusWeeks(week));
    }

    private InMemoryRecords contacts() {
        return user.crm(ItemKind.CONTACT);
    }

    private InMemoryRecords events() {
        return user.crm(ItemKind.EVENT);
    }

    // What people do in the CRM.

    void createContact(String first) {
        contacts().create(Items.contact(first, "Crm").build());
    }

    void createEvent(Item event) {
        events().create(event);
    }

    <T> void editContact(String first, Field<T> field, T value) {
        contacts().edit(contact(first), item -> item.set(field, value));
    }

    void deleteContact(String first) {
        contacts().delete(contact(first));
    }

    private ItemId contact(String first) {
        return id(
                contacts(),
                item -> item.get(ContactFields.EMAIL_ADDRESS).orElse("").startsWith(first));
    }

    void editEvent(String subject, Map<Field<?>, Object> values) {
        events().edit(event(subject), item -> {
            values.forEach(item::put);
            return item;
        });
    }

    void editOccurrence(String subject, OriginalStart start, Field<String> field, @Nullable String value) {
        ItemId id = event(subject);
        OccurrenceExceptions exceptions =
                events().item(id).orElseThrow().get(EventFields.EXCEPTIONS).orElse(OccurrenceExceptions.NONE);
        OccurrenceExceptions changed = value == null
                ? exceptions.without(start)
                : exceptions.with(
                        start,
                        OccurrenceException.of(Item.event().set(field, value).build()));
        events().edit(id, item -> item.set(EventFields.EXCEPTIONS, changed));
    }

    void cancel(String subject, OriginalStart... starts) {
        events().edit(
                        event(subject),
                        item -> item.set(EventFields.CANCELLED_OCCURRENCES, CancelledOccurrences.of(starts)));
    }

    void deleteEvent(String subject) {
        events().delete(event(subject));
    }

    private ItemId event(String subject) {
        return id(events(), item -> item.get(EventFields.SUBJECT).orElse("").equals(subject));
    }

    private static ItemId id(InMemoryRecords records, java.util.function.Predicate<Item> wanted) {
        return records.items().entrySet().stream()
                .filter(entry -> wanted.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    // What people do in the mailbox.

    private LoopbackFolder calendar() {
        return user.mailbox().calendar();
    }

    private LoopbackFolder folder() {
        return user.mailbox().folder("Salesforce_Sync");
    }

    void putEvent(String subject, ZonedDateTime start) {
        calendar()
                .put(Map.of(
                        "Subject", subject,
                        "Start", start.toInstant().toString(),
                        "End", start.plusHours(1).toInstant().toString()));
    }

    void editMailContact(String first, String name, String value) {
        folder().edit(mailContact(first).id(), name, value);
    }

    void deleteMailContact(String first) {
        folder().delete(mailContact(first).id());
    }

    private LoopbackItem mailContact(String first) {
        return folder().list().stream()
                .filter(item -> item.value("EmailAddresses/EmailAddress1").startsWith(first))
                .findFirst()
                .orElseThrow();
    }

    void editMailEvent(String subject, Map<String, String> values) {
        calendar().edit(mailEvent(subject).id(), values);
    }

    void deleteMailEvent(String subject) {
        calendar().delete(mailEvent(subject).id());
    }

    private LoopbackItem mailEvent(String subject) {
        return calendar().list().stream()
                .filter(item -> item.value("Subject").equals(subject))
                .findFirst()
                .orElseThrow();
    }

    void editMailOccurrence(String subject, int place, String name, String value) {
        calendar().edit(mailOccurrence(subject, place).id(), name, value);
    }

    void deleteMailOccurrence(String subject, int place) {
        calendar().delete(mailOccurrence(subject, place).id());
    }

    /** The occurrence that takes place in so many weeks of those that are called so. */
    private LoopbackItem mailOccurrence(String subject, int week) {
        return shownInMail()
                .filter(item -> item.value("Subject").equals(subject))
                .filter(item ->
                        week(Instant.parse(item.value("Start")).atZone(BERLIN).toLocalDate()) == week)
                .findFirst()
                .orElseThrow();
    }

    private static int week(LocalDate day) {
        return (int) (Duration.between(DAY.atStartOfDay(), day.atStartOfDay()).toDays() / 7);
    }

    private Stream<LoopbackItem> shownInMail() {
        return calendar()
                .occurrences(TEN.minusDays(1).toInstant(), TEN.plusWeeks(WEEKS).toInstant())
                .stream();
    }

    // What people see.

    /** What people see on both sides: each contact with its job title, and all that takes place. */
    record Seen(List<String> crmContacts, List<String> mailContacts, List<String> crmEvents, List<String> mailEvents) {

        /** The same on both sides. */
        static Seen both(List<String> contacts, List<String> events) {
            return new Seen(sorted(contacts), sorted(contacts), sorted(events), sorted(events));
        }
    }

    static List<String> sorted(List<String> lines) {
        return lines.stream().sorted().toList();
    }

    Seen seen() {
        List<String> crmContacts = contacts().items().values().stream()
                .map(item -> item.get(ContactFields.EMAIL_ADDRESS).orElse("") + " "
                        + item.get(ContactFields.JOB_TITLE).orElse(""))
                .toList();
        List<String> mailContacts = folder().list().stream()
                .map(item -> item.value("EmailAddresses/EmailAddress1") + " " + item.value("JobTitle"))
                .toList();
        List<String> crmEvents = events().items().values().stream()
                .flatMap(item -> occurrences(item).stream())
                .toList();
        List<String> mailEvents = shownInMail()
                .map(item -> line(
                        item.value("Subject"),
                        Boolean.parseBoolean(item.value("IsAllDayEvent"))
                                ? Instant.parse(item.value("Start"))
                                        .atZone(BERLIN)
                                        .toLocalDate()
                                        .toString()
                                : item.value("Start"),
                        item.value("Location")))
                .toList();
        return new Seen(sorted(crmContacts), sorted(mailContacts), sorted(crmEvents), sorted(mailEvents));
    }

    /** All that takes place of an event. */
    private static List<String> occurrences(Item event) {
        EventTime first = event.get(EventFields.TIME).orElseThrow();
        int count = event.get(EventFields.RECURRENCE)
                .map(rule -> ((Recurrence.End.Count) rule.end()).occurrences())
                .orElse(1);
        CancelledOccurrences cancelled =
                event.get(EventFields.CANCELLED_OCCURRENCES).orElse(CancelledOccurrences.NONE);
        OccurrenceExceptions exceptions = event.get(EventFields.EXCEPTIONS).orElse(OccurrenceExceptions.NONE);
        List<String> lines = new ArrayList<>();
        for (int week = 0; week < count; week++) {
            EventTime time = later(first, week);
            OriginalStart start = OriginalStart.of(time);
            if (!cancelled.contains(start)) {
                Item plain = event.toBuilder().set(EventFields.TIME, time).build();
                Optional<OccurrenceException> exception = exceptions.get(start);
                Item shown = exception.isPresent() ? exception.get().appliedTo(plain) : plain;
                lines.add(line(
                        shown.get(EventFields.SUBJECT).orElse(""),
                        shown.get(EventFields.TIME).map(Agenda::start).orElse(""),
                        shown.get(EventFields.LOCATION).orElse("")));
            }
        }
        return lines;
    }

    private static EventTime later(EventTime time, int weeks) {
        if (time instanceof EventTime.AllDay days) {
            return new EventTime.AllDay(
                    days.firstDay().plusWeeks(weeks), days.endDay().plusWeeks(weeks));
        }
        EventTime.Timed timed = (EventTime.Timed) time;
        ZonedDateTime berlin = timed.start().withZoneSameInstant(BERLIN).plusWeeks(weeks);
        return new EventTime.Timed(berlin, berlin.plus(Duration.between(timed.start(), timed.end())));
    }

    private static String start(EventTime time) {
        return time instanceof EventTime.AllDay days
                ? days.firstDay().toString()
                : ((EventTime.Timed) time).start().toInstant().toString();
    }

    static String line(String subject, String start, String location) {
        return subject + " " + start + " " + location;
    }

    /** A line of the series of mornings. */
    static String morning(String subject, int week, String location) {
        return line(subject, TEN.plusWeeks(week).toInstant().toString(), location);
    }

    /** A line of the series of days. */
    static String market(int week) {
        return line("Market", DAY.plusDays(2).plusWeeks(week).toString(), "");
    }

    /** A line of an event of the first days, some hours after ten. */
    static String single(String subject, int days, int hours) {
        return line(subject, TEN.plusDays(days).plusHours(hours).toInstant().toString(), "");
    }

    static String fair(String subject) {
        return line(subject, DAY.plusDays(3).toString(), "");
    }

    /** New values of an event. */
    static Map<Field<?>, Object> values(Field<?> field, Object value) {
        Map<Field<?>, Object> values = new HashMap<>();
        values.put(field, value);
        return values;
    }

    /** At ten, some days and hours later, for an hour. */
    static EventTime time(int days, int hours) {
        ZonedDateTime start = TEN.plusDays(days).plusHours(hours);
        return new EventTime.Timed(start, start.plusHours(1));
    }

    static LocalDate day(int days) {
        return DAY.plusDays(days);
    }

    static LocalTime ten() {
        return TEN.toLocalTime();
    }
}
