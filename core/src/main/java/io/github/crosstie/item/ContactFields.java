package io.github.crosstie.item;

import static io.github.crosstie.item.ItemKind.CONTACT;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** The standard fields of a contact, named as Exchange and Microsoft Graph name them. */
public final class ContactFields {

    /** Given name. */
    public static final Field<String> GIVEN_NAME = Field.text(CONTACT, "givenName");
    /** Surname. */
    public static final Field<String> SURNAME = Field.text(CONTACT, "surname");
    /** Primary e-mail address: the first key of matching (S2). */
    public static final Field<String> EMAIL_ADDRESS = Field.text(CONTACT, "emailAddress");
    /** Company. */
    public static final Field<String> COMPANY_NAME = Field.text(CONTACT, "companyName");
    /** Job title. */
    public static final Field<String> JOB_TITLE = Field.text(CONTACT, "jobTitle");
    /** Department. */
    public static final Field<String> DEPARTMENT = Field.text(CONTACT, "department");
    /** Business phone. */
    public static final Field<String> BUSINESS_PHONE = Field.text(CONTACT, "businessPhone");
    /** Mobile phone. */
    public static final Field<String> MOBILE_PHONE = Field.text(CONTACT, "mobilePhone");
    /** Home phone. */
    public static final Field<String> HOME_PHONE = Field.text(CONTACT, "homePhone");
    /** Street of the business address. */
    public static final Field<String> BUSINESS_STREET = Field.text(CONTACT, "businessStreet");
    /** City of the business address. */
    public static final Field<String> BUSINESS_CITY = Field.text(CONTACT, "businessCity");
    /** State or region of the business address. */
    public static final Field<String> BUSINESS_STATE = Field.text(CONTACT, "businessState");
    /** Postal code of the business address. */
    public static final Field<String> BUSINESS_POSTAL_CODE = Field.text(CONTACT, "businessPostalCode");
    /** Country of the business address. */
    public static final Field<String> BUSINESS_COUNTRY = Field.text(CONTACT, "businessCountry");
    /** Birthday. */
    public static final Field<LocalDate> BIRTHDAY = Field.date(CONTACT, "birthday");
    /** Free notes. */
    public static final Field<String> NOTES = Field.text(CONTACT, "notes");
    /** Categories. */
    public static final Field<Set<String>> CATEGORIES = Field.textSet(CONTACT, "categories");

    /** All standard contact fields, in a fixed order. */
    public static final List<Field<?>> ALL = List.of(
            GIVEN_NAME,
            SURNAME,
            EMAIL_ADDRESS,
            COMPANY_NAME,
            JOB_TITLE,
            DEPARTMENT,
            BUSINESS_PHONE,
            MOBILE_PHONE,
            HOME_PHONE,
            BUSINESS_STREET,
            BUSINESS_CITY,
            BUSINESS_STATE,
            BUSINESS_POSTAL_CODE,
            BUSINESS_COUNTRY,
            BIRTHDAY,
            NOTES,
            CATEGORIES);

    private ContactFields() {}
}
