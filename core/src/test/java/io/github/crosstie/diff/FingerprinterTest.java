package io.github.crosstie.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.item.CancelledOccurrences;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.item.OccurrenceException;
import io.github.crosstie.item.OccurrenceExceptions;
import io.github.crosstie.item.OriginalStart;
import io.github.crosstie.item.Recurrence;
import io.github.crosstie.item.Sensitivity;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FingerprinterTest {

    private static final long SEED = 20_261_125;
    private static final ZonedDateTime NINE = ZonedDateTime.of(2026, 7, 1, 9, 0, 0, 0, ZoneId.of("Europe/Berlin"));
    private static final ZonedDateTime SAME_IN_PARIS = NINE.withZoneSameInstant(ZoneId.of("Europe/Paris"));

    private final Fingerprinter contacts = new Fingerprinter(SEED, ContactFields.STANDARD);
    private final Fingerprinter events = new Fingerprinter(SEED, EventFields.STANDARD);

    @Test
    void doesNotDependOnTheOrderOfMappedFields() {
        List<Field<?>> shuffled = new ArrayList<>(ContactFields.STANDARD);
        Collections.shuffle(shuffled, new Random(1));

        assertThat(new Fingerprinter(SEED, shuffled).of(ada().build())).isEqualTo(contacts.of(ada().build()));
    }

    @Test
    void looksAtMappedFieldsAlone() {
        Fingerprinter two = new Fingerprinter(SEED, List.of(ContactFields.SURNAME, ContactFields.EMAIL_ADDRESS));

        assertThat(two.of(ada().set(ContactFields.NOTES, "left").build())).isEqualTo(two.of(ada().build()));
        assertThat(two.of(ada().set(ContactFields.SURNAME, "King").build())).isNotEqualTo(two.of(ada().build()));
    }

    @Test
    void tellsAValueFromTheSameValueOfAnotherField() {
        assertThat(contacts.of(Item.contact().set(ContactFields.HOME_PHONE, "7").build()))
                .isNotEqualTo(contacts.of(
                        Item.contact().set(ContactFields.MOBILE_PHONE, "7").build()));
    }

    @Test
    void tellsValuesThatOnlyTogetherAreTheSame() {
        assertThat(contacts.of(names("Ada", "Lovelace"))).isNotEqualTo(contacts.of(names("AdaL", "ovelace")));
        assertThat(contacts.of(names("Ada", "Lovelace"))).isNotEqualTo(contacts.of(names("Lovelace", "Ada")));
        assertThat(contacts.of(categories("ab", "c"))).isNotEqualTo(contacts.of(categories("a", "bc")));
        assertThat(contacts.of(categories("ab"))).isNotEqualTo(contacts.of(categories("a", "b")));
    }

    @Test
    void tellsEveryEditOfEveryFieldOfAnEvent() {
        List<Item> edits = List.of(
                meeting().build(),
                meeting().set(EventFields.SUBJECT, "Engine.").build(),
                meeting().set(EventFields.TIME, timed(NINE, 61)).build(),
                meeting().set(EventFields.TIME, timed(NINE.plusSeconds(1), 60)).build(),
                meeting().set(EventFields.TIME, timed(NINE.plusNanos(1), 60)).build(),
                meeting().set(EventFields.TIME, timed(SAME_IN_PARIS, 60)).build(),
                meeting().set(EventFields.TIME, allDay(1)).build(),
                meeting().set(EventFields.TIME, allDay(2)).build(),
                meeting().set(EventFields.SENSITIVITY, Sensitivity.PRIVATE).build(),
                meeting()
                        .set(EventFields.REQUIRED_ATTENDEES, Set.of("a@example.com"))
                        .build(),
                meeting()
                        .set(EventFields.OPTIONAL_ATTENDEES, Set.of("a@example.com"))
                        .build(),
                meeting()
                        .set(EventFields.RECURRENCE, Recurrence.parse("FREQ=WEEKLY"))
                        .build(),
                meeting()
                        .set(EventFields.RECURRENCE, Recurrence.parse("FREQ=WEEKLY;COUNT=3"))
                        .build(),
                meeting()
                        .set(EventFields.CANCELLED_OCCURRENCES, CancelledOccurrences.of(new OriginalStart.At(NINE)))
                        .build(),
                meeting()
                        .set(
                                EventFields.CANCELLED_OCCURRENCES,
                                CancelledOccurrences.of(new OriginalStart.OnDay(NINE.toLocalDate())))
                        .build(),
                excepted(new OriginalStart.At(NINE), EventFields.SUBJECT, "Moved"),
                excepted(new OriginalStart.At(NINE), EventFields.LOCATION, "Moved"),
                excepted(new OriginalStart.At(NINE), EventFields.LOCATION, null),
                excepted(new OriginalStart.At(NINE), EventFields.SUBJECT, null),
                excepted(new OriginalStart.At(NINE.plusDays(7)), EventFields.SUBJECT, null));

        assertThat(edits.stream().map(events::of)).doesNotHaveDuplicates();
    }

    @Test
    void isTheSameForEqualStartsOfOccurrencesInDifferentZones() {
        Item berlin = excepted(new OriginalStart.At(NINE), EventFields.SUBJECT, "Moved");
        Item paris = excepted(new OriginalStart.At(SAME_IN_PARIS), EventFields.SUBJECT, "Moved");

        assertThat(berlin).isEqualTo(paris);
        assertThat(events.of(berlin)).isEqualTo(events.of(paris));
    }

    @Test
    void ofAContactKnowsNothingOfFieldsOfEvents() {
        assertThat(contacts.of(meeting().build()))
                .isEqualTo(contacts.of(Item.event().build()));
    }

    @Test
    void changesWithTheSeed() {
        assertThat(new Fingerprinter(SEED + 1, ContactFields.STANDARD).of(ada().build()))
                .isNotEqualTo(contacts.of(ada().build()));
    }

    @Test
    void ofAVersionIsNotThatOfAnotherOne() {
        assertThat(contacts.of(new ItemVersion("W/\"1\""))).isNotEqualTo(contacts.of(new ItemVersion("w/\"1\"")));
    }

    private static Item.Builder ada() {
        return Item.contact()
                .set(ContactFields.GIVEN_NAME, "Ada")
                .set(ContactFields.SURNAME, "Lovelace")
                .set(ContactFields.EMAIL_ADDRESS, "ada@example.com")
                .set(ContactFields.BIRTHDAY, LocalDate.of(1815, 12, 10))
                .set(ContactFields.CATEGORIES, Set.of("engines", "sums"));
    }

    private static Item names(String given, String surname) {
        return Item.contact()
                .set(ContactFields.GIVEN_NAME, given)
                .set(ContactFields.SURNAME, surname)
                .build();
    }

    private static Item categories(String... categories) {
        return Item.contact().set(ContactFields.CATEGORIES, Set.of(categories)).build();
    }

    private static Item.Builder meeting() {
        return Item.event().set(EventFields.SUBJECT, "Engine").set(EventFields.TIME, timed(NINE, 60));
    }

    private static EventTime timed(ZonedDateTime start, int minutes) {
        return new EventTime.Timed(start, start.plusMinutes(minutes));
    }

    private static EventTime allDay(int days) {
        return new EventTime.AllDay(NINE.toLocalDate(), NINE.toLocalDate().plusDays(days));
    }

    private static Item excepted(OriginalStart start, Field<?> field, String value) {
        OccurrenceException exception =
                OccurrenceException.of(Item.event().build()).with(field, value);
        return meeting()
                .set(EventFields.EXCEPTIONS, OccurrenceExceptions.NONE.with(start, exception))
                .build();
    }
}
