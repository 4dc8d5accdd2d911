package io.github.crosstie.ews.internal.item;

import io.github.crosstie.internal.exchange.ContactDates;
import io.github.crosstie.internal.exchange.Texts;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Field;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a contact is made of, in the order of the schema. */
final class ContactProperties {

    private static final String CONTACTS = "contacts:";

    /** After the properties of every item. */
    static final List<ItemProperty> OF_CONTACT = List.of(
            SingleProperty.limitedText(CONTACTS, "GivenName", ContactFields.GIVEN_NAME),
            text("Initials", ContactFields.INITIALS),
            SingleProperty.limitedText(CONTACTS, "MiddleName", ContactFields.MIDDLE_NAME),
            text("Nickname", ContactFields.NICKNAME),
            text("CompanyName", ContactFields.COMPANY_NAME),
            new EntriesProperty("EmailAddresses", "contacts:EmailAddress", emailAddresses()),
            new AddressesProperty(addresses()),
            new EntriesProperty("PhoneNumbers", "contacts:PhoneNumber", phoneNumbers()),
            text("AssistantName", ContactFields.ASSISTANT_NAME),
            date("Birthday", ContactFields.BIRTHDAY),
            new SingleProperty<>(
                    CONTACTS,
                    "BusinessHomePage",
                    ContactFields.BUSINESS_HOME_PAGE,
                    text -> text,
                    Texts::held,
                    Texts::page),
            text("Department", ContactFields.DEPARTMENT),
            text("Generation", ContactFields.SUFFIX),
            text("JobTitle", ContactFields.JOB_TITLE),
            text("Manager", ContactFields.MANAGER),
            text("OfficeLocation", ContactFields.OFFICE_LOCATION),
            text("Profession", ContactFields.PROFESSION),
            text("SpouseName", ContactFields.SPOUSE_NAME),
            SingleProperty.limitedText(CONTACTS, "Surname", ContactFields.SURNAME),
            date("WeddingAnniversary", ContactFields.ANNIVERSARY));

    private ContactProperties() {}

    private static SingleProperty<String> text(String element, Field<String> field) {
        return SingleProperty.text(CONTACTS, element, field);
    }

    private static SingleProperty<LocalDate> date(String element, Field<LocalDate> field) {
        return new SingleProperty<>(
                CONTACTS,
                element,
                field,
                ContactDates::text,
                text -> ContactDates.day(WireTime.instant(text)),
                ContactDates::held);
    }

    private static Map<String, Field<String>> emailAddresses() {
        Map<String, Field<String>> fields = new LinkedHashMap<>();
        fields.put("EmailAddress1", ContactFields.EMAIL_ADDRESS);
        fields.put("EmailAddress2", ContactFields.EMAIL_ADDRESS_2);
        fields.put("EmailAddress3", ContactFields.EMAIL_ADDRESS_3);
        return Collections.unmodifiableMap(fields);
    }

    private static Map<String, Map<String, Field<String>>> addresses() {
        Map<String, Map<String, Field<String>>> addresses = new LinkedHashMap<>();
        addresses.put(
                "Business",
                address(
                        ContactFields.BUSINESS_STREET,
                        ContactFields.BUSINESS_CITY,
                        ContactFields.BUSINESS_STATE,
                        ContactFields.BUSINESS_COUNTRY,
                        ContactFields.BUSINESS_POSTAL_CODE));
        addresses.put(
                "Home",
                address(
                        ContactFields.HOME_STREET,
                        ContactFields.HOME_CITY,
                        ContactFields.HOME_STATE,
                        ContactFields.HOME_COUNTRY,
                        ContactFields.HOME_POSTAL_CODE));
        addresses.put(
                "Other",
                address(
                        ContactFields.OTHER_STREET,
                        ContactFields.OTHER_CITY,
                        ContactFields.OTHER_STATE,
                        ContactFields.OTHER_COUNTRY,
                        ContactFields.OTHER_POSTAL_CODE));
        return Collections.unmodifiableMap(addresses);
    }

    private static Map<String, Field<String>> address(
            Field<String> street,
            Field<String> city,
            Field<String> state,
            Field<String> country,
            Field<String> postalCode) {
        Map<String, Field<String>> parts = new LinkedHashMap<>();
        parts.put("Street", street);
        parts.put("City", city);
        parts.put("State", state);
        parts.put("CountryOrRegion", country);
        parts.put("PostalCode", postalCode);
        return Collections.unmodifiableMap(parts);
    }

    private static Map<String, Field<String>> phoneNumbers() {
        Map<String, Field<String>> fields = new LinkedHashMap<>();
        fields.put("AssistantPhone", ContactFields.ASSISTANT_PHONE);
        fields.put("BusinessFax", ContactFields.BUSINESS_FAX);
        fields.put("BusinessPhone", ContactFields.BUSINESS_PHONE);
        fields.put("BusinessPhone2", ContactFields.BUSINESS_PHONE_2);
        fields.put("Callback", ContactFields.CALLBACK_PHONE);
        fields.put("CarPhone", ContactFields.CAR_PHONE);
        fields.put("CompanyMainPhone", ContactFields.COMPANY_MAIN_PHONE);
        fields.put("HomeFax", ContactFields.HOME_FAX);
        fields.put("HomePhone", ContactFields.HOME_PHONE);
        fields.put("HomePhone2", ContactFields.HOME_PHONE_2);
        fields.put("Isdn", ContactFields.ISDN_PHONE);
        fields.put("MobilePhone", ContactFields.MOBILE_PHONE);
        fields.put("OtherFax", ContactFields.OTHER_FAX);
        fields.put("OtherTelephone", ContactFields.OTHER_PHONE);
        fields.put("Pager", ContactFields.PAGER);
        fields.put("PrimaryPhone", ContactFields.PRIMARY_PHONE);
        fields.put("RadioPhone", ContactFields.RADIO_PHONE);
        fields.put("Telex", ContactFields.TELEX);
        fields.put("TtyTddPhone", ContactFields.TTY_TDD_PHONE);
        fields.put("BusinessMobile", ContactFields.BUSINESS_MOBILE_PHONE);
        fields.put("IPPhone", ContactFields.IP_PHONE);
        fields.put("Mms", ContactFields.MMS);
        fields.put("Msn", ContactFields.MSN);
        return Collections.unmodifiableMap(fields);
    }
}
