package io.github.crosstie.testkit;

import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Item;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;

/**
 * Contacts and events with good defaults, so that a test says only what matters to it.
 *
 * <pre>{@code
 * Item ada = Items.contact("Ada", "Lovelace").set(ContactFields.COMPANY_NAME, "Analytical Engines").build();
 * Item standup = Items.meeting("Standup", start, Duration.ofMinutes(15)).build();
 * Item holiday = Items.allDay("Holiday", LocalDate.of(2026, 7, 1), 14).build();
 * }</pre>
 */
public final class Items {

    private Items() {}

    /**
     * A configuration that says nothing in particular, both kinds flowing both ways: for tests that open an endpoint and do not
     * care how the user syncs.
     *
     * @return the configuration
     */
    public static SyncConfiguration anyConfiguration() {
        return SyncConfiguration.builder(new ConfigurationId("any"))
                .contacts(SyncDirection.BOTH)
                .events(SyncDirection.BOTH)
                .build();
    }

    /**
     * A contact with a name and the e-mail address {@code first.last@example.com}.
     *
     * @param first given name
     * @param last surname
     * @return a builder to add to
     */
    public static Item.Builder contact(String first, String last) {
        return Item.contact()
                .set(ContactFields.GIVEN_NAME, first)
                .set(ContactFields.SURNAME, last)
                .set(ContactFields.EMAIL_ADDRESS, first + "." + last + "@example.com");
    }

    /**
     * An event with a subject and a time.
     *
     * @param subject the subject
     * @param start when it starts, with its zone
     * @param length how long it takes
     * @return a builder to add to
     */
    public static Item.Builder meeting(String subject, ZonedDateTime start, Duration length) {
        return Item.event()
                .set(EventFields.SUBJECT, subject)
                .set(EventFields.TIME, new EventTime.Timed(start, start.plus(length)));
    }

    /**
     * An event of whole days.
     *
     * @param subject the subject
     * @param firstDay its first day
     * @param days how many days, 1 or more
     * @return a builder to add to
     */
    public static Item.Builder allDay(String subject, LocalDate firstDay, int days) {
        return Item.event()
                .set(EventFields.SUBJECT, subject)
                .set(EventFields.TIME, new EventTime.AllDay(firstDay, firstDay.plusDays(days)));
    }
}
