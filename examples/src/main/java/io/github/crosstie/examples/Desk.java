package io.github.crosstie.examples;

import static io.github.crosstie.item.ItemKind.CONTACT;
import static io.github.crosstie.item.ItemKind.EVENT;

import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.connector.Connector;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.examples.systems.Screen;
import io.github.crosstie.examples.systems.Systems;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import java.time.LocalDate;
import java.time.ZonedDateTime;

/**
 * One user at their desk: types contacts and events into the CRM and into the mailbox, and keeps a record of it that the
 * library never sees.
 */
final class Desk {

    private static final ConfigurationId READER = new ConfigurationId("reader");
    private static final int OLD_CUSTOMERS = 12;

    private final Systems systems;
    private final OrganizationId organization;
    private final Owner crmOwner;
    private final Owner mailOwner;
    private final ZonedDateTime tomorrow;
    private final TypedRecords typed = new TypedRecords();

    Desk(Systems systems, OrganizationId organization, Owner crmOwner, Owner mailOwner, LocalDate today) {
        this.systems = systems;
        this.organization = organization;
        this.crmOwner = crmOwner;
        this.mailOwner = mailOwner;
        tomorrow = today.plusDays(1).atTime(10, 0).atZone(Systems.ZONE);
        for (ItemKind kind : ItemKind.values()) {
            screen(Side.CRM, kind);
            screen(Side.MAIL, kind);
        }
    }

    TypedRecords typed() {
        return typed;
    }

    Owner owner(Side side) {
        return side == Side.CRM ? crmOwner : mailOwner;
    }

    /** Before the first sync: some records stand on one side, one contact and one event on both. */
    void typeFirstRecords() {
        type(
                Side.CRM,
                contact("ada@analytical.example", "Ada", "Lovelace")
                        .set(ContactFields.COMPANY_NAME, "Analytical Engines")
                        .build());
        type(
                Side.MAIL,
                contact("ada@analytical.example", "Ada", "Lovelace")
                        .set(ContactFields.MOBILE_PHONE, "+44 20 7946 0001")
                        .build());
        type(
                Side.CRM,
                contact("grace@compilers.example", "Grace", "Hopper")
                        .set(ContactFields.COMPANY_NAME, "Compilers Inc")
                        .build());
        type(Side.CRM, contact("left@gone.example", "Gone", "Tomorrow").build());
        type(
                Side.MAIL,
                contact("emmy@ring.example", "Emmy", "Noether")
                        .set(ContactFields.JOB_TITLE, "Professor")
                        .build());
        type(
                Side.CRM,
                event("Quarterly review", tomorrow, 60)
                        .set(EventFields.LOCATION, "Room 4")
                        .build());
        type(Side.MAIL, event("Quarterly review", tomorrow, 60).build());
        type(Side.MAIL, event("Dentist", tomorrow.plusHours(4), 30).build());
        type(
                Side.CRM,
                Item.event()
                        .set(EventFields.SUBJECT, "Trade fair")
                        .set(
                                EventFields.TIME,
                                new EventTime.AllDay(
                                        tomorrow.toLocalDate().plusDays(7),
                                        tomorrow.toLocalDate().plusDays(10)))
                        .build());
    }

    /** Between the syncs: edits on either side, on both, a new record, a deletion. */
    void editOnBothSides() {
        edit(Side.CRM, CONTACT, "ada@analytical.example", ContactFields.DEPARTMENT, "Research");
        edit(Side.MAIL, CONTACT, "ada@analytical.example", ContactFields.JOB_TITLE, "Countess");
        edit(Side.MAIL, CONTACT, "grace@compilers.example", ContactFields.COMPANY_NAME, "Navy");
        // typed last, because in a conflict the CRM wins
        edit(Side.CRM, CONTACT, "grace@compilers.example", ContactFields.COMPANY_NAME, "Compilers and Sons");
        delete(Side.CRM, CONTACT, "left@gone.example");
        type(Side.MAIL, contact("rosa@new.example", "Rosa", "Newcomer").build());
        edit(Side.MAIL, EVENT, "Quarterly review", EventFields.TIME, timed(tomorrow.plusHours(1), 60));
        edit(Side.CRM, EVENT, "Dentist", EventFields.LOCATION, "High Street 1");
        edit(Side.MAIL, EVENT, "Trade fair", EventFields.LOCATION, "Hall 7");
    }

    /** Before the first sync, besides: customers of long ago. */
    void typeOldCustomers() {
        for (int number = 1; number <= OLD_CUSTOMERS; number++) {
            type(
                    Side.CRM,
                    contact(oldCustomer(number), "Customer", "Number " + number).build());
        }
    }

    /** Half of them are cleared away at once, which looks like an accident and is none. */
    void clearAway() {
        for (int number = 1; number <= OLD_CUSTOMERS / 2; number++) {
            delete(Side.CRM, CONTACT, oldCustomer(number));
        }
    }

    private static String oldCustomer(int number) {
        return "customer" + number + "@old.example";
    }

    private static Item.Builder contact(String address, String givenName, String surname) {
        return Item.contact()
                .set(ContactFields.EMAIL_ADDRESS, address)
                .set(ContactFields.GIVEN_NAME, givenName)
                .set(ContactFields.SURNAME, surname);
    }

    private static Item.Builder event(String subject, ZonedDateTime start, int minutes) {
        return Item.event().set(EventFields.SUBJECT, subject).set(EventFields.TIME, timed(start, minutes));
    }

    private static EventTime timed(ZonedDateTime start, int minutes) {
        return new EventTime.Timed(start, start.plusMinutes(minutes));
    }

    private void type(Side side, Item item) {
        screen(side, item.kind()).create(item);
        typed.typed(Screen.name(item), item);
    }

    private <T> void edit(Side side, ItemKind kind, String name, Field<T> field, T value) {
        screen(side, kind).edit(name, field, value);
        typed.typed(kind, name, field, value);
    }

    private void delete(Side side, ItemKind kind, String name) {
        screen(side, kind).delete(name);
        typed.deleted(kind, name);
    }

    /** The records as the user sees them. */
    Screen screen(Side side, ItemKind kind) {
        return systems.screen(side, organization, owner(side), kind);
    }

    /** The records as the library sees them. */
    Endpoint open(Side side, ItemKind kind) {
        Connector connector = side == Side.CRM ? systems.crm(organization) : systems.mail();
        return connector.open(
                owner(side), kind, SyncConfiguration.builder(READER).build());
    }
}
