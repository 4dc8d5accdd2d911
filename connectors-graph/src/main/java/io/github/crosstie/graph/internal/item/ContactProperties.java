package io.github.crosstie.graph.internal.item;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.crosstie.internal.exchange.ContactDates;
import io.github.crosstie.internal.exchange.Texts;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Field;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a contact is made of. Graph has lists of phones that tell nobody which is which, and none at all for most: all
 * but one are reached by their MAPI tags.
 */
final class ContactProperties {

    private static final String ADDRESS = "address";

    static final PropertySet ALL = new PropertySet(List.of(
            SingleProperty.text("givenName", ContactFields.GIVEN_NAME, SingleProperty::limited),
            SingleProperty.text("middleName", ContactFields.MIDDLE_NAME, SingleProperty::limited),
            SingleProperty.text("surname", ContactFields.SURNAME, SingleProperty::limited),
            SingleProperty.text("title", ContactFields.TITLE),
            SingleProperty.text("generation", ContactFields.SUFFIX),
            SingleProperty.text("nickName", ContactFields.NICKNAME),
            SingleProperty.text("initials", ContactFields.INITIALS),
            SingleProperty.text("companyName", ContactFields.COMPANY_NAME),
            SingleProperty.text("jobTitle", ContactFields.JOB_TITLE),
            SingleProperty.text("department", ContactFields.DEPARTMENT),
            SingleProperty.text("officeLocation", ContactFields.OFFICE_LOCATION),
            SingleProperty.text("manager", ContactFields.MANAGER),
            SingleProperty.text("assistantName", ContactFields.ASSISTANT_NAME),
            SingleProperty.text("profession", ContactFields.PROFESSION),
            SingleProperty.text("spouseName", ContactFields.SPOUSE_NAME),
            SingleProperty.text("businessHomePage", ContactFields.BUSINESS_HOME_PAGE, Texts::page),
            notes(),
            SingleProperty.categories(ContactFields.CATEGORIES),
            birthday(),
            TaggedProperty.date("0x3A41", ContactFields.ANNIVERSARY),
            emailAddress("primaryEmailAddress", ContactFields.EMAIL_ADDRESS),
            emailAddress("secondaryEmailAddress", ContactFields.EMAIL_ADDRESS_2),
            emailAddress("tertiaryEmailAddress", ContactFields.EMAIL_ADDRESS_3),
            address(
                    "businessAddress",
                    ContactFields.BUSINESS_STREET,
                    ContactFields.BUSINESS_CITY,
                    ContactFields.BUSINESS_STATE,
                    ContactFields.BUSINESS_COUNTRY,
                    ContactFields.BUSINESS_POSTAL_CODE),
            address(
                    "homeAddress",
                    ContactFields.HOME_STREET,
                    ContactFields.HOME_CITY,
                    ContactFields.HOME_STATE,
                    ContactFields.HOME_COUNTRY,
                    ContactFields.HOME_POSTAL_CODE),
            address(
                    "otherAddress",
                    ContactFields.OTHER_STREET,
                    ContactFields.OTHER_CITY,
                    ContactFields.OTHER_STATE,
                    ContactFields.OTHER_COUNTRY,
                    ContactFields.OTHER_POSTAL_CODE),
            SingleProperty.text("mobilePhone", ContactFields.MOBILE_PHONE),
            TaggedProperty.text("0x3A02", ContactFields.CALLBACK_PHONE),
            TaggedProperty.text("0x3A08", ContactFields.BUSINESS_PHONE),
            TaggedProperty.text("0x3A09", ContactFields.HOME_PHONE),
            TaggedProperty.text("0x3A1A", ContactFields.PRIMARY_PHONE),
            TaggedProperty.text("0x3A1B", ContactFields.BUSINESS_PHONE_2),
            TaggedProperty.text("0x3A1D", ContactFields.RADIO_PHONE),
            TaggedProperty.text("0x3A1E", ContactFields.CAR_PHONE),
            TaggedProperty.text("0x3A1F", ContactFields.OTHER_PHONE),
            TaggedProperty.text("0x3A21", ContactFields.PAGER),
            TaggedProperty.text("0x3A23", ContactFields.OTHER_FAX),
            TaggedProperty.text("0x3A24", ContactFields.BUSINESS_FAX),
            TaggedProperty.text("0x3A25", ContactFields.HOME_FAX),
            TaggedProperty.text("0x3A2C", ContactFields.TELEX),
            TaggedProperty.text("0x3A2D", ContactFields.ISDN_PHONE),
            TaggedProperty.text("0x3A2E", ContactFields.ASSISTANT_PHONE),
            TaggedProperty.text("0x3A2F", ContactFields.HOME_PHONE_2),
            TaggedProperty.text("0x3A4B", ContactFields.TTY_TDD_PHONE),
            TaggedProperty.text("0x3A57", ContactFields.COMPANY_MAIN_PHONE)));

    private ContactProperties() {}

    private static SingleProperty<String> notes() {
        return new SingleProperty<>(
                "personalNotes",
                ContactFields.NOTES,
                TextNode::valueOf,
                notes -> Texts.body(notes.asText()),
                Texts::body,
                NullNode.instance);
    }

    private static SingleProperty<LocalDate> birthday() {
        return new SingleProperty<>(
                "birthday",
                ContactFields.BIRTHDAY,
                date -> TextNode.valueOf(ContactDates.text(date)),
                moment -> ContactDates.day(Instant.parse(moment.asText())),
                ContactDates::held,
                NullNode.instance);
    }

    private static SingleProperty<String> emailAddress(String name, Field<String> field) {
        return new SingleProperty<>(
                name,
                field,
                address -> JsonNodeFactory.instance.objectNode().put(ADDRESS, address),
                mailbox -> Texts.held(mailbox.path(ADDRESS).asText("")),
                Texts::held,
                NullNode.instance);
    }

    private static AddressProperty address(
            String name,
            Field<String> street,
            Field<String> city,
            Field<String> state,
            Field<String> country,
            Field<String> postalCode) {
        Map<String, Field<String>> parts = new LinkedHashMap<>();
        parts.put("street", street);
        parts.put("city", city);
        parts.put("state", state);
        parts.put("countryOrRegion", country);
        parts.put("postalCode", postalCode);
        return new AddressProperty(name, parts);
    }
}
