package io.github.crosstie.testkit;

import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Sensitivity;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/** Records that set every standard field, so that a test can leave out what an endpoint does not hold. */
final class Samples {

    private static final ZonedDateTime NINE =
            MutableClock.START.atZone(ZoneId.of("Europe/Berlin")).withHour(9);

    private Samples() {}

    static Item.Builder of(ItemKind kind, String name) {
        return kind == ItemKind.CONTACT ? contact(name) : event(name);
    }

    private static Item.Builder contact(String name) {
        return Item.contact()
                .set(ContactFields.GIVEN_NAME, name)
                .set(ContactFields.SURNAME, "Example " + name)
                .set(ContactFields.EMAIL_ADDRESS, name + ".Example@example.com")
                .set(ContactFields.COMPANY_NAME, name + " Engines")
                .set(ContactFields.JOB_TITLE, "Keeper of " + name)
                .set(ContactFields.DEPARTMENT, "Friends of " + name)
                .set(ContactFields.BUSINESS_PHONE, "+1 202 555 01" + figures(name))
                .set(ContactFields.MOBILE_PHONE, "+1 202 556 01" + figures(name))
                .set(ContactFields.HOME_PHONE, "+1 202 557 01" + figures(name))
                .set(ContactFields.BUSINESS_STREET, "1 " + name + " Street")
                .set(ContactFields.BUSINESS_CITY, "Boston")
                .set(ContactFields.BUSINESS_STATE, "MA")
                .set(ContactFields.BUSINESS_POSTAL_CODE, "02134")
                .set(ContactFields.BUSINESS_COUNTRY, "US")
                .set(ContactFields.BIRTHDAY, LocalDate.of(1985, 12, 10))
                .set(ContactFields.NOTES, "Notes about " + name)
                .set(ContactFields.CATEGORIES, Set.of("Example"));
    }

    /** Two figures, others for another initial. */
    private static int figures(String name) {
        return 10 + name.charAt(0) % 80;
    }

    /** Without organizer and attendees: a test must not make a real system send mail, nor guess whose mailbox it runs in. */
    private static Item.Builder event(String name) {
        return Item.event()
                .set(EventFields.SUBJECT, name)
                .set(EventFields.TIME, new EventTime.Timed(NINE, NINE.plusHours(1)))
                .set(EventFields.LOCATION, "Room of " + name)
                .set(EventFields.BODY, "Agenda of " + name)
                .set(EventFields.SENSITIVITY, Sensitivity.NORMAL)
                .set(EventFields.CATEGORIES, Set.of("Example"));
    }
}
