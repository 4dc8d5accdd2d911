package io.github.crosstie.testkit.simulator;

import io.github.crosstie.connector.Projection;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.FieldType;
import io.github.crosstie.item.Item;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which of the fields that both sides can hold people fill in, and what a side that cannot hold everything makes of them. */
final class Vocabulary {

    /** What tells who a record is about: typed once and never changed. */
    private static final List<Field<String>> NAMES =
            List.of(ContactFields.SURNAME, ContactFields.EMAIL_ADDRESS, ContactFields.GIVEN_NAME);

    private static final List<Field<String>> USUAL_TEXTS =
            List.of(ContactFields.JOB_TITLE, ContactFields.NOTES, ContactFields.BUSINESS_CITY);
    private static final String DOMAIN = "@example.com";

    static final Field<Set<String>> SET = ContactFields.CATEGORIES;

    /** What a side in memory holds. */
    static final List<Field<?>> FIELDS = List.of(
            ContactFields.SURNAME,
            ContactFields.EMAIL_ADDRESS,
            USUAL_TEXTS.get(0),
            USUAL_TEXTS.get(1),
            USUAL_TEXTS.get(2),
            SET);

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

    private final List<Field<String>> names;
    private final List<Field<String>> texts;
    private final boolean sets;

    private Vocabulary(List<Field<String>> names, List<Field<String>> texts, boolean sets) {
        this.names = names;
        this.texts = texts;
        this.sets = sets;
    }

    /**
     * The words for two sides.
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
        return new Vocabulary(List.copyOf(names), List.copyOf(texts), shared.contains(SET));
    }

    @SuppressWarnings("unchecked") // a field of type TEXT has texts for values
    private static List<Field<String>> otherTexts(Collection<? extends Field<?>> shared) {
        return shared.stream()
                .filter(field -> field.type() == FieldType.TEXT && ContactFields.ALL.contains(field))
                .map(field -> (Field<String>) field)
                .filter(field -> !NAMES.contains(field))
                .toList();
    }

    /** Where people type new values, each of which is unique; at least one. */
    List<Field<String>> texts() {
        return texts;
    }

    /** Whether people sort records into categories. */
    boolean hasSet() {
        return sets;
    }

    /** All fields that people fill in. */
    List<Field<?>> fields() {
        List<Field<?>> all = new ArrayList<>(names);
        all.addAll(texts);
        if (sets) {
            all.add(SET);
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
}
