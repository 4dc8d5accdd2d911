package io.github.crosstie.examples.survive;

import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import java.util.Arrays;
import java.util.List;

/** What both servers keep of a record, and how each of them calls it: nothing here is the library's. */
enum KeptValue {
    SURNAME(ItemKind.CONTACT, "LastName", "Surname"),
    GIVEN_NAME(ItemKind.CONTACT, "FirstName", "GivenName"),
    EMAIL_ADDRESS(ItemKind.CONTACT, "Email", "EmailAddresses/EmailAddress1"),
    JOB_TITLE(ItemKind.CONTACT, "Title", "JobTitle"),
    DEPARTMENT(ItemKind.CONTACT, "Department", "Department"),
    MOBILE_PHONE(ItemKind.CONTACT, "MobilePhone", "PhoneNumbers/MobilePhone"),
    SUBJECT(ItemKind.EVENT, "Subject", "Subject"),
    LOCATION(ItemKind.EVENT, "Location", "Location"),
    START(ItemKind.EVENT, "StartDateTime", "Start"),
    END(ItemKind.EVENT, "EndDateTime", "End");

    private final ItemKind kind;
    private final String inSalesforce;
    private final String inExchange;

    KeptValue(ItemKind kind, String inSalesforce, String inExchange) {
        this.kind = kind;
        this.inSalesforce = inSalesforce;
        this.inExchange = inExchange;
    }

    static List<KeptValue> of(ItemKind kind) {
        return Arrays.stream(values()).filter(value -> value.kind == kind).toList();
    }

    /** What people know a record by, and never edit. */
    static KeptValue name(ItemKind kind) {
        return kind == ItemKind.CONTACT ? SURNAME : SUBJECT;
    }

    String on(Side side) {
        return side == Side.CRM ? inSalesforce : inExchange;
    }
}
