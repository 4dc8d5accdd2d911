package io.github.crosstie.examples.house;

import io.github.crosstie.item.ItemKind;
import java.util.List;
import java.util.stream.Stream;

/** What people type into contacts and events, and what either side calls it. */
enum Value {
    GIVEN_NAME(ItemKind.CONTACT, "FirstName", "GivenName"),
    SURNAME(ItemKind.CONTACT, "LastName", "Surname"),
    ADDRESS(ItemKind.CONTACT, "Email", "EmailAddresses/EmailAddress1"),
    JOB(ItemKind.CONTACT, "Title", "JobTitle"),
    DEPARTMENT(ItemKind.CONTACT, "Department", "Department"),
    PHONE(ItemKind.CONTACT, "Phone", "PhoneNumbers/BusinessPhone"),
    MOBILE(ItemKind.CONTACT, "MobilePhone", "PhoneNumbers/MobilePhone"),
    CITY(ItemKind.CONTACT, "MailingCity", "PhysicalAddresses/Business/City"),
    REMARKS(ItemKind.CONTACT, "Description", "Body"),
    SUBJECT(ItemKind.EVENT, "Subject", "Subject"),
    LOCATION(ItemKind.EVENT, "Location", "Location"),
    AGENDA(ItemKind.EVENT, "Description", "Body");

    private final ItemKind kind;
    private final String crm;
    private final String mail;

    Value(ItemKind kind, String crm, String mail) {
        this.kind = kind;
        this.crm = crm;
        this.mail = mail;
    }

    /** The name of the column in Salesforce. */
    String crm() {
        return crm;
    }

    /** The name of the element in a mailbox. */
    String mail() {
        return mail;
    }

    static List<Value> of(ItemKind kind) {
        return Stream.of(values()).filter(value -> value.kind == kind).toList();
    }

    /** What a person knows a record by. */
    static Value naming(ItemKind kind) {
        return kind == ItemKind.CONTACT ? ADDRESS : SUBJECT;
    }
}
