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

    /** Middle name. */
    public static final Field<String> MIDDLE_NAME = Field.text(CONTACT, "middleName");
    /** What stands before the name, such as Dr. */
    public static final Field<String> TITLE = Field.text(CONTACT, "title");
    /** What stands after the name, such as Jr. or III; generation in Exchange. */
    public static final Field<String> SUFFIX = Field.text(CONTACT, "suffix");
    /** Nickname. */
    public static final Field<String> NICKNAME = Field.text(CONTACT, "nickname");
    /** Initials. */
    public static final Field<String> INITIALS = Field.text(CONTACT, "initials");
    /** Second e-mail address. */
    public static final Field<String> EMAIL_ADDRESS_2 = Field.text(CONTACT, "emailAddress2");
    /** Third e-mail address. */
    public static final Field<String> EMAIL_ADDRESS_3 = Field.text(CONTACT, "emailAddress3");
    /** Phone of the assistant. */
    public static final Field<String> ASSISTANT_PHONE = Field.text(CONTACT, "assistantPhone");
    /** Business fax. */
    public static final Field<String> BUSINESS_FAX = Field.text(CONTACT, "businessFax");
    /** Second business phone. */
    public static final Field<String> BUSINESS_PHONE_2 = Field.text(CONTACT, "businessPhone2");
    /** Phone to call back. */
    public static final Field<String> CALLBACK_PHONE = Field.text(CONTACT, "callbackPhone");
    /** Phone in the car. */
    public static final Field<String> CAR_PHONE = Field.text(CONTACT, "carPhone");
    /** Main phone of the company. */
    public static final Field<String> COMPANY_MAIN_PHONE = Field.text(CONTACT, "companyMainPhone");
    /** Fax at home. */
    public static final Field<String> HOME_FAX = Field.text(CONTACT, "homeFax");
    /** Second home phone. */
    public static final Field<String> HOME_PHONE_2 = Field.text(CONTACT, "homePhone2");
    /** ISDN number. */
    public static final Field<String> ISDN_PHONE = Field.text(CONTACT, "isdnPhone");
    /** Other fax. */
    public static final Field<String> OTHER_FAX = Field.text(CONTACT, "otherFax");
    /** Other phone. */
    public static final Field<String> OTHER_PHONE = Field.text(CONTACT, "otherPhone");
    /** Pager. */
    public static final Field<String> PAGER = Field.text(CONTACT, "pager");
    /** Primary phone. */
    public static final Field<String> PRIMARY_PHONE = Field.text(CONTACT, "primaryPhone");
    /** Radio phone. */
    public static final Field<String> RADIO_PHONE = Field.text(CONTACT, "radioPhone");
    /** Telex. */
    public static final Field<String> TELEX = Field.text(CONTACT, "telex");
    /** Text telephone (TTY or TDD). */
    public static final Field<String> TTY_TDD_PHONE = Field.text(CONTACT, "ttyTddPhone");
    /** Mobile phone of the business. */
    public static final Field<String> BUSINESS_MOBILE_PHONE = Field.text(CONTACT, "businessMobilePhone");
    /** Phone over the internet. */
    public static final Field<String> IP_PHONE = Field.text(CONTACT, "ipPhone");
    /** Number for multimedia messages. */
    public static final Field<String> MMS = Field.text(CONTACT, "mms");
    /** Number at MSN. */
    public static final Field<String> MSN = Field.text(CONTACT, "msn");
    /** Street of the home address. */
    public static final Field<String> HOME_STREET = Field.text(CONTACT, "homeStreet");
    /** City of the home address. */
    public static final Field<String> HOME_CITY = Field.text(CONTACT, "homeCity");
    /** State or region of the home address. */
    public static final Field<String> HOME_STATE = Field.text(CONTACT, "homeState");
    /** Postal code of the home address. */
    public static final Field<String> HOME_POSTAL_CODE = Field.text(CONTACT, "homePostalCode");
    /** Country of the home address. */
    public static final Field<String> HOME_COUNTRY = Field.text(CONTACT, "homeCountry");
    /** Street of another address. */
    public static final Field<String> OTHER_STREET = Field.text(CONTACT, "otherStreet");
    /** City of another address. */
    public static final Field<String> OTHER_CITY = Field.text(CONTACT, "otherCity");
    /** State or region of another address. */
    public static final Field<String> OTHER_STATE = Field.text(CONTACT, "otherState");
    /** Postal code of another address. */
    public static final Field<String> OTHER_POSTAL_CODE = Field.text(CONTACT, "otherPostalCode");
    /** Country of another address. */
    public static final Field<String> OTHER_COUNTRY = Field.text(CONTACT, "otherCountry");
    /** Address of the web page of the business. */
    public static final Field<String> BUSINESS_HOME_PAGE = Field.text(CONTACT, "businessHomePage");
    /** Where the office is. */
    public static final Field<String> OFFICE_LOCATION = Field.text(CONTACT, "officeLocation");
    /** Name of the manager. */
    public static final Field<String> MANAGER = Field.text(CONTACT, "manager");
    /** Name of the assistant. */
    public static final Field<String> ASSISTANT_NAME = Field.text(CONTACT, "assistantName");
    /** Name of the spouse or partner. */
    public static final Field<String> SPOUSE_NAME = Field.text(CONTACT, "spouseName");
    /** Profession. */
    public static final Field<String> PROFESSION = Field.text(CONTACT, "profession");
    /** Wedding anniversary. */
    public static final Field<LocalDate> ANNIVERSARY = Field.date(CONTACT, "anniversary");

    /** All standard contact fields, in a fixed order: those that are mapped unless a configuration says otherwise. */
    public static final List<Field<?>> STANDARD = List.of(
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

    /**
     * Fields that mailboxes hold besides the standard ones, in a fixed order. They flow only where a configuration maps them: most
     * CRM records have no counterpart, and a release that adds one changes nobody's settings.
     */
    public static final List<Field<?>> FURTHER = List.of(
            MIDDLE_NAME,
            TITLE,
            SUFFIX,
            NICKNAME,
            INITIALS,
            EMAIL_ADDRESS_2,
            EMAIL_ADDRESS_3,
            ASSISTANT_PHONE,
            BUSINESS_FAX,
            BUSINESS_PHONE_2,
            CALLBACK_PHONE,
            CAR_PHONE,
            COMPANY_MAIN_PHONE,
            HOME_FAX,
            HOME_PHONE_2,
            ISDN_PHONE,
            OTHER_FAX,
            OTHER_PHONE,
            PAGER,
            PRIMARY_PHONE,
            RADIO_PHONE,
            TELEX,
            TTY_TDD_PHONE,
            BUSINESS_MOBILE_PHONE,
            IP_PHONE,
            MMS,
            MSN,
            HOME_STREET,
            HOME_CITY,
            HOME_STATE,
            HOME_POSTAL_CODE,
            HOME_COUNTRY,
            OTHER_STREET,
            OTHER_CITY,
            OTHER_STATE,
            OTHER_POSTAL_CODE,
            OTHER_COUNTRY,
            BUSINESS_HOME_PAGE,
            OFFICE_LOCATION,
            MANAGER,
            ASSISTANT_NAME,
            SPOUSE_NAME,
            PROFESSION,
            ANNIVERSARY);

    private ContactFields() {}
}
