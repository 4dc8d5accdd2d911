package io.github.crosstie.examples.systems;

import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a system calls the texts that the quickstart types. Written down here once more, apart from the connectors' own
 * tables, so that a connector which puts a value in the wrong place is found out.
 */
final class TextColumns {

    static final TextColumns SALESFORCE_CONTACT = new TextColumns(
            ItemKind.CONTACT,
            Map.of(
                    ContactFields.EMAIL_ADDRESS, "Email",
                    ContactFields.GIVEN_NAME, "FirstName",
                    ContactFields.SURNAME, "LastName",
                    ContactFields.COMPANY_NAME, SampleServers.COMPANY_COLUMN,
                    ContactFields.JOB_TITLE, "Title",
                    ContactFields.DEPARTMENT, "Department",
                    ContactFields.MOBILE_PHONE, "MobilePhone",
                    ContactFields.NOTES, "Description"));

    static final TextColumns SALESFORCE_EVENT =
            new TextColumns(ItemKind.EVENT, Map.of(EventFields.SUBJECT, "Subject", EventFields.LOCATION, "Location"));

    static final TextColumns MAIL_CONTACT = new TextColumns(
            ItemKind.CONTACT,
            Map.of(
                    ContactFields.EMAIL_ADDRESS, "EmailAddresses/EmailAddress1",
                    ContactFields.GIVEN_NAME, "GivenName",
                    ContactFields.SURNAME, "Surname",
                    ContactFields.COMPANY_NAME, "CompanyName",
                    ContactFields.JOB_TITLE, "JobTitle",
                    ContactFields.DEPARTMENT, "Department",
                    ContactFields.MOBILE_PHONE, "PhoneNumbers/MobilePhone",
                    ContactFields.NOTES, "Body"));

    static final TextColumns MAIL_EVENT =
            new TextColumns(ItemKind.EVENT, Map.of(EventFields.SUBJECT, "Subject", EventFields.LOCATION, "Location"));

    private final ItemKind kind;
    private final Map<Field<String>, String> names;

    private TextColumns(ItemKind kind, Map<Field<String>, String> names) {
        this.kind = kind;
        this.names = names;
    }

    String name(Field<?> field) {
        String name = names.get(field);
        if (name == null) {
            throw new IllegalArgumentException(
                    "field " + field + " is not on this screen; type one of " + names.keySet());
        }
        return name;
    }

    /** The texts of a record that the system has. */
    Item.Builder read(Function<String, @Nullable String> texts) {
        Item.Builder item = Item.builder(kind);
        names.forEach((field, name) -> {
            String text = texts.apply(name);
            if (text != null && !text.isEmpty()) {
                item.set(field, text);
            }
        });
        return item;
    }
}
