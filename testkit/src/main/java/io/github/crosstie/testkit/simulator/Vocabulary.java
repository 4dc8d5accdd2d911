package io.github.crosstie.testkit.simulator;

import io.github.crosstie.connector.Projection;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.FieldType;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which of the fields that both sides can hold people fill in, and what a side that cannot hold everything makes of them. */
final class Vocabulary {

    /** What tells who a record is about: typed once and never changed. */
    private static final List<Field<String>> NAMES =
            List.of(ContactFields.SURNAME, ContactFields.EMAIL_ADDRESS, ContactFields.GIVEN_NAME);

    private static final List<Field<String>> USUAL_TEXTS =
            List.of(ContactFields.JOB_TITLE, ContactFields.NOTES, ContactFields.BUSINESS_CITY);
    private static final String DOMAIN = "@example.com";

    private static final Field<Set<String>> CATEGORIES = ContactFields.CATEGORIES;

    /** What a side in memory holds. */
    static final List<Field<?>> FIELDS = List.of(
            ContactFields.SURNAME,
            ContactFields.EMAIL_ADDRESS,
            USUAL_TEXTS.get(0),
            USUAL_TEXTS.get(1),
            USUAL_TEXTS.get(2),
            CATEGORIES);

    /** Cuts notes, folds the case of job titles and trims the rest; values stay unique. */
    static final Projection LOSSY = (field, value) -> {
        if (field.type() != FieldType.TEXT || field.equals(ContactFields.SURNAME)) {
            return value;
        }
        String text = (String) value;
        if (field.equals(ContactFields.NOTES)) {
            return text.substring(0, Math.min(text.length(), 6)).strip();
        }
        return field.equals(ContactFields.JOB_TITLE) ? text.toLowerCase(Locale.ROOT) : text.strip();
    };

    /** All numbers have five digits, so that values stay unique when they are cut. */
    private static final int FIRST_NUMBER = 10_000;

    private static final List<Field<String>> TEXTS_OF_EVENTS = Stream.concat(
                    Stream.of(EventFields.BODY, EventFields.LOCATION), Occasions.OF_SERIES.stream())
            .toList();

    private final ItemKind kind;
    private final List<Field<String>> names;
    private final List<Field<String>> texts;
    private final List<Field<String>> ownTexts;
    private final boolean sets;

    private Vocabulary(
            ItemKind kind,
            List<Field<String>> names,
            List<Field<String>> texts,
            List<Field<String>> ownTexts,
            boolean sets) {
        this.kind = kind;
        this.names = names;
        this.texts = texts;
        this.ownTexts = ownTexts;
        this.sets = sets;
    }

    /**
     * The words for what people see of events.
     *
     * @param fixed the fields that keep their first value on one of the sides
     */
    static Vocabulary ofEvents(Set<Field<?>> fixed) {
        List<Field<String>> ownTexts = TEXTS_OF_EVENTS.stream()
                .filter(text -> !fixed.contains(Occasions.realField(text)))
                .toList();
        return new Vocabulary(ItemKind.EVENT, List.of(EventFields.SUBJECT), TEXTS_OF_EVENTS, ownTexts, true);
    }

    /**
     * The words for contacts on two sides.
     *
     * @param shared the fields that both of them can hold
     * @throws IllegalArgumentException if they are too few to tell people apart, or to type anything into
     */
    static Vocabulary of(Collection<? extends Field<?>> shared) {
        boolean addressed = shared.contains(ContactFields.EMAIL_ADDRESS);
        if (!addressed && !shared.containsAll(List.of(ContactFields.GIVEN_NAME, ContactFields.SURNAME))) {
            throw new IllegalArgumentException("sides that share the fields " + shared
                    + ", by which no contact can be matched; declare " + ContactFields.EMAIL_ADDRESS + ", or "
                    + ContactFields.GIVEN_NAME + " and " + ContactFields.SURNAME + ", in the capabilities of both");
        }
        List<Field<String>> names = new ArrayList<>(NAMES);
        names.removeIf(name -> !shared.contains(name) || (addressed && name.equals(ContactFields.GIVEN_NAME)));
        List<Field<String>> texts = new ArrayList<>(USUAL_TEXTS);
        texts.removeIf(text -> !shared.contains(text));
        if (texts.isEmpty()) {
            texts.addAll(otherTexts(shared));
        }
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("sides that share the fields " + shared
                    + ", of which people can edit none; declare a text beside the names, such as "
                    + ContactFields.NOTES + ", in the capabilities of both");
        }
        List<Field<String>> all = List.copyOf(texts);
        return new Vocabulary(ItemKind.CONTACT, List.copyOf(names), all, all, shared.contains(CATEGORIES));
    }

    @SuppressWarnings("unchecked") // a field of type TEXT has texts for values
    private static List<Field<String>> otherTexts(Collection<? extends Field<?>> shared) {
        return shared.stream()
                .filter(field -> field.type() == FieldType.TEXT && ContactFields.STANDARD.contains(field))
                .map(field -> (Field<String>) field)
                .filter(field -> !NAMES.contains(field))
                .toList();
    }

    /** Where people type new values, each of which is unique; at least one. */
    List<Field<String>> texts() {
        return texts;
    }

    /** Where people of one side may type something else than those of the other; at least one. */
    List<Field<String>> ownTexts() {
        return ownTexts;
    }

    /** Where people type new values into a record that they see on a side; at least one. */
    List<Field<String>> texts(Side side, Item seen) {
        if (!isOfEvents()) {
            return texts;
        }
        return ownTexts.stream()
                .filter(text -> !Occasions.OF_SERIES.contains(text) || Occasions.isSeries(seen))
                .filter(text -> !text.equals(Occasions.TIMES) || side == Side.CRM)
                .toList();
    }

    private boolean isOfEvents() {
        return kind == ItemKind.EVENT;
    }

    /** Whether a record is a series. */
    boolean isSeries(Item seen) {
        return isOfEvents() && Occasions.isSeries(seen);
    }

    /** Whether people sort records into categories, or cancel occurrences. */
    boolean hasSet() {
        return sets;
    }

    /** The field with a set. */
    Field<Set<String>> set() {
        return isOfEvents() ? Occasions.CANCELLED : CATEGORIES;
    }

    /** What people may add to the set of a record; empty for whatever nobody has typed before. */
    Optional<List<String>> elements(Item seen) {
        if (!isOfEvents()) {
            return Optional.empty();
        }
        List<String> weeks = new ArrayList<>(Occasions.isSeries(seen) ? Occasions.CANCELLABLE : List.of());
        weeks.removeAll(seen.get(Occasions.CANCELLED).orElse(Set.of()));
        return Optional.of(weeks);
    }

    /** Whether people can take something from a set: a mailbox brings no occurrence back. */
    boolean mayTake(Side side) {
        return !isOfEvents() || side == Side.CRM;
    }

    /** A new record about somebody, with nothing else but what makes it one of its kind. */
    Item.Builder called(Entity entity) {
        Item.Builder item = isOfEvents() ? Occasions.event(entity.number) : Item.contact();
        names.forEach(name -> item.set(name, called(name, entity.name)));
        return item;
    }

    /** A record, or some of its fields, as people see them. */
    Item seen(Item item) {
        return isOfEvents() ? Occasions.seen(item) : item;
    }

    /** What people see of a field. */
    Collection<? extends Field<?>> seenAs(Field<?> field) {
        return isOfEvents() ? Occasions.seenAs(field) : List.of(field);
    }

    /** A side as people see it. */
    static SimulatedSide seen(ItemKind kind, SimulatedSide side) {
        return kind == ItemKind.EVENT ? new SeenSide(side) : side;
    }

    /** All fields that people fill in. */
    List<Field<?>> fields() {
        List<Field<?>> all = new ArrayList<>(names);
        all.addAll(texts);
        if (sets) {
            all.add(set());
        }
        if (isOfEvents()) {
            all.add(EventFields.TIME);
        }
        return all;
    }

    /** The fields that tell who a record is about. */
    List<Field<String>> names() {
        return names;
    }

    /** What a naming field holds for somebody. */
    static String called(Field<String> field, String name) {
        return field.equals(ContactFields.EMAIL_ADDRESS) ? name + DOMAIN : name;
    }

    /** Whom a record is about; null if it has no name. */
    @Nullable
    String nameOf(Item item) {
        String held = item.get(names.get(0)).orElse(null);
        return held != null && names.get(0).equals(ContactFields.EMAIL_ADDRESS) ? held.replace(DOMAIN, "") : held;
    }

    /** A value that nobody has typed before, with something to lose at its end. */
    static String text(int number) {
        return "V" + (FIRST_NUMBER + number) + " Long tail ";
    }

    /** The number of a text. */
    static int number(String text) {
        return Integer.parseInt(text.substring(1, text.indexOf(' '))) - FIRST_NUMBER;
    }
}
