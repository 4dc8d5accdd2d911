package io.github.crosstie.examples.house;

import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A user who types into Salesforce and into a mailbox, and keeps a book of it that the library never sees. Each value
 * is edited on one side alone, as nobody could foretell otherwise what must come of it; but for departments, which are
 * typed on both sides at once, so that the CRM wins. Thread-safe.
 */
final class Person {

    private static final int WEEKS = 4;
    private static final int DEEDS = 3;

    private final Staff.Hired hired;
    private final ZonedDateTime morning;
    private final Map<Side, Hands> hands = new EnumMap<>(Side.class);
    private final List<Entry> book = new ArrayList<>();
    private final RandomGenerator random;

    /** Where jobs, cities and rooms are typed; phone numbers and agendas on the other side. */
    private final Side first;

    private final boolean hasFolder;
    private int typed;

    /**
     * A person who has typed nothing yet.
     *
     * @param morning from when on their events take place
     */
    Person(Staff.Hired hired, ZonedDateTime morning, CrmHands crm, MailHands mail, RandomGenerator random) {
        this.hired = hired;
        this.morning = morning;
        this.random = random;
        hands.put(Side.CRM, crm);
        hands.put(Side.MAIL, mail);
        first = random.nextBoolean() ? Side.CRM : Side.MAIL;
        hasFolder = !isSynced() || random.nextInt(3) > 0;
        if (hasFolder) {
            mail.makeFolder();
        }
    }

    String user() {
        return hired.id();
    }

    /** Whether some configuration is for them. */
    boolean isSynced() {
        return hired.kind().isPresent();
    }

    private Hands on(Side side) {
        return Objects.requireNonNull(hands.get(side));
    }

    // What is typed before the first sync.

    synchronized void fill() {
        typeContact(Side.CRM);
        typeEvent(Side.CRM);
        typeEvent(Side.MAIL);
        if (hasFolder) {
            typeContact(Side.MAIL);
        }
        if (random.nextInt(3) == 0) {
            type(Entry.event(anySide(), "Fair " + ++typed, Span.days(morning.plusDays(3), 2)));
        }
        if (random.nextInt(3) == 0) {
            type(Entry.series(anySide(), "Stand-up " + ++typed, Span.hour(morning.minusHours(2)), WEEKS));
        }
        if (isSynced()) {
            typeOnBothSides();
        }
    }

    /** An event that stands on both sides, and a contact of which either side knows what the other one does not. */
    private void typeOnBothSides() {
        Entry event = Entry.event(Side.CRM, "Review " + ++typed, Span.hour(morning.plusHours(4)));
        type(event);
        on(Side.MAIL).create(event);
        if (hasFolder) {
            Map<Value, String> names = names();
            Entry known = Entry.contact(Side.CRM, names);
            on(first).create(Entry.contact(first, names).with(Value.JOB, "Broker"));
            on(first.other()).create(Entry.contact(first, names).with(Value.PHONE, "+1 555 0100"));
            book.add(known.with(Value.JOB, "Broker").with(Value.PHONE, "+1 555 0100"));
        }
    }

    private Side anySide() {
        return random.nextBoolean() ? Side.CRM : Side.MAIL;
    }

    private Map<Value, String> names() {
        typed++;
        return Map.of(
                Value.GIVEN_NAME, "Given" + typed,
                Value.SURNAME, "Name" + typed,
                Value.ADDRESS, "contact" + typed + "." + hired.address());
    }

    private void typeContact(Side side) {
        type(Entry.contact(side, names()).with(Value.REMARKS, "met on day " + typed));
    }

    private void typeEvent(Side side) {
        type(Entry.event(
                side, "Meeting " + ++typed, Span.hour(morning.plusDays(1).plusHours(2L * typed))));
    }

    private void type(Entry entry) {
        on(entry.side()).create(entry);
        book.add(entry);
    }

    // What is done between syncs, and meanwhile.

    /**
     * Does something on either side. A deletion is the only deed then, as a change would beat it, and rare, as somebody
     * would have to release many of them.
     *
     * @param isClean whether the last sync of this person came to its regular end
     */
    synchronized void act(boolean isClean) {
        boolean isSettled = isSynced() && isClean && differences().isEmpty();
        if (isSettled && random.nextInt(10) == 0) {
            delete(anySide());
            return;
        }
        for (int deed = 0; deed < DEEDS; deed++) {
            Side side = anySide();
            switch (random.nextInt(isSettled ? 7 : 4)) {
                case 0 -> editSomething(side);
                case 1 -> editOnBothSides();
                case 2 -> typeEvent(side);
                case 3 -> typeContact(side == Side.CRM || hasFolder ? side : Side.CRM);
                case 4 -> move(first.other());
                case 5 -> change(first);
                default -> cancel(first.other());
            }
        }
    }

    synchronized void editSomething(Side side) {
        if (random.nextBoolean()) {
            edit(
                    side,
                    ItemKind.CONTACT,
                    side == first ? oneOf(Value.JOB, Value.CITY) : oneOf(Value.PHONE, Value.MOBILE));
        } else {
            edit(side, ItemKind.EVENT, side == first ? Value.LOCATION : Value.AGENDA);
        }
    }

    private Value oneOf(Value one, Value other) {
        return random.nextBoolean() ? one : other;
    }

    private void edit(Side side, ItemKind kind, Value value) {
        some(kind)
                .ifPresent(entry -> on(side).find(kind, entry.name()).ifPresent(id -> {
                    String text = "+1 555 " + ++typed;
                    on(side).edit(kind, id, value, text);
                    entry.with(value, text);
                }));
    }

    private void editOnBothSides() {
        some(ItemKind.CONTACT).ifPresent(entry -> {
            Optional<String> crm = on(Side.CRM).find(ItemKind.CONTACT, entry.name());
            Optional<String> mail = on(Side.MAIL).find(ItemKind.CONTACT, entry.name());
            if (crm.isPresent() && mail.isPresent()) {
                String text = "Sales " + ++typed;
                on(Side.MAIL).edit(ItemKind.CONTACT, mail.get(), Value.DEPARTMENT, "Service " + typed);
                on(Side.CRM).edit(ItemKind.CONTACT, crm.get(), Value.DEPARTMENT, text);
                entry.with(Value.DEPARTMENT, text);
            }
        });
    }

    private void move(Side side) {
        some(ItemKind.EVENT)
                .ifPresent(entry -> on(side).find(ItemKind.EVENT, entry.name()).ifPresent(id -> {
                    entry.move(
                            entry.span().wholeDays()
                                    ? entry.span().later(1)
                                    : entry.span().later(Duration.ofMinutes(15)));
                    on(side).move(id, entry.span());
                }));
    }

    /** One time, a series takes place in another room. */
    private void change(Side side) {
        String room = "Room " + ++typed;
        once(side, (series, week, id) -> {
            on(side).edit(ItemKind.EVENT, id, Value.LOCATION, room);
            series.moveTo(room, week);
        });
    }

    private void cancel(Side side) {
        once(side, (series, week, id) -> {
            on(side).delete(ItemKind.EVENT, id);
            series.cancel(week);
        });
    }

    /** What becomes of one time that a series takes place. */
    private interface Fate {
        void of(Entry series, int week, String id);
    }

    /** In some week of which nothing was said so far; a person has one series at most. */
    private void once(Side side, Fate fate) {
        int week = random.nextInt(WEEKS);
        book.stream()
                .filter(entry -> entry.weeks() > 1 && entry.isPlain(week))
                .findFirst()
                .ifPresent(series -> on(side).find(series.name(), series.span().later(week))
                        .ifPresent(id -> fate.of(series, week, id)));
    }

    /** But for the last one of its kind: somebody would have to release that, too. */
    private void delete(Side side) {
        ItemKind kind = random.nextBoolean() ? ItemKind.CONTACT : ItemKind.EVENT;
        if (book.stream().filter(entry -> entry.kind() == kind).count() > 1) {
            some(kind)
                    .ifPresent(entry -> on(side).find(kind, entry.name()).ifPresent(id -> {
                        on(side).delete(kind, id);
                        book.remove(entry);
                    }));
        }
    }

    private Optional<Entry> some(ItemKind kind) {
        List<Entry> candidates = book.stream()
                .filter(entry -> entry.kind() == kind && entry.weeks() == 1)
                .toList();
        return candidates.isEmpty() ? Optional.empty() : Optional.of(candidates.get(random.nextInt(candidates.size())));
    }

    // What must be there, and what is.

    synchronized List<String> expected(Side side) {
        return book.stream()
                .filter(entry -> isSynced() || entry.side() == side)
                .flatMap(entry -> entry.lines().stream())
                .sorted()
                .toList();
    }

    /** What differs between the book and both sides. */
    synchronized Differences differences() {
        Differences differences = Differences.NONE;
        for (Side side : Side.values()) {
            differences = differences.plus(Differences.of(user() + " " + side, expected(side), on(side).lines()));
        }
        return differences;
    }
}
