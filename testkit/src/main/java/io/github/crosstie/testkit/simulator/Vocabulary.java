package io.github.crosstie.testkit.simulator;

import io.github.crosstie.connector.Projection;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.FieldType;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which fields people fill in, and what a side that cannot hold everything makes of them. */
final class Vocabulary {

    /** Tells who a record is about: typed once and never changed. */
    static final Field<String> NAME = ContactFields.SURNAME;
    /** Where people type new values, each of which is unique. */
    static final List<Field<String>> TEXTS =
            List.of(ContactFields.JOB_TITLE, ContactFields.NOTES, ContactFields.BUSINESS_CITY);

    static final Field<Set<String>> SET = ContactFields.CATEGORIES;
    static final List<Field<?>> FIELDS =
            List.of(NAME, ContactFields.EMAIL_ADDRESS, TEXTS.get(0), TEXTS.get(1), TEXTS.get(2), SET);

    /** Cuts notes, folds the case of job titles and trims the rest; values stay unique. */
    static final Projection LOSSY = (field, value) -> {
        if (field.type() != FieldType.TEXT || field.equals(NAME)) {
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

    private Vocabulary() {}

    /** A value that nobody has typed before, with something to lose at its end. */
    static String text(int number) {
        return "V" + (FIRST_NUMBER + number) + " Long tail ";
    }
}
