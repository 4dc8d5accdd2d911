package io.github.crosstie.salesforce;

import static java.util.Map.entry;

import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.ItemKind;
import java.util.Map;
import java.util.Optional;

/**
 * The fields that the setup pages name, by label or API name, and the standard fields that they are. From Salesforce Help,
 * "Contact Field Sync" and "Event Field Sync".
 */
final class SetupFields {

    private static final Map<String, Field<?>> SALESFORCE_CONTACT = Map.ofEntries(
            entry("firstname", ContactFields.GIVEN_NAME),
            entry("lastname", ContactFields.SURNAME),
            entry("email", ContactFields.EMAIL_ADDRESS),
            entry("accountname", ContactFields.COMPANY_NAME),
            entry("title", ContactFields.JOB_TITLE),
            entry("department", ContactFields.DEPARTMENT),
            entry("phone", ContactFields.BUSINESS_PHONE),
            entry("businessphone", ContactFields.BUSINESS_PHONE),
            entry("mobile", ContactFields.MOBILE_PHONE),
            entry("mobilephone", ContactFields.MOBILE_PHONE),
            entry("homephone", ContactFields.HOME_PHONE),
            entry("mailingstreet", ContactFields.BUSINESS_STREET),
            entry("mailingcity", ContactFields.BUSINESS_CITY),
            entry("mailingstate", ContactFields.BUSINESS_STATE),
            entry("mailingstateprovince", ContactFields.BUSINESS_STATE),
            entry("mailingpostalcode", ContactFields.BUSINESS_POSTAL_CODE),
            entry("mailingzippostalcode", ContactFields.BUSINESS_POSTAL_CODE),
            entry("mailingcountry", ContactFields.BUSINESS_COUNTRY),
            entry("birthdate", ContactFields.BIRTHDAY),
            entry("description", ContactFields.NOTES));

    private static final Map<String, Field<?>> EXCHANGE_CONTACT = Map.ofEntries(
            entry("firstname", ContactFields.GIVEN_NAME),
            entry("givenname", ContactFields.GIVEN_NAME),
            entry("lastname", ContactFields.SURNAME),
            entry("surname", ContactFields.SURNAME),
            entry("email", ContactFields.EMAIL_ADDRESS),
            entry("emailaddress1", ContactFields.EMAIL_ADDRESS),
            entry("company", ContactFields.COMPANY_NAME),
            entry("companyname", ContactFields.COMPANY_NAME),
            entry("jobtitle", ContactFields.JOB_TITLE),
            entry("department", ContactFields.DEPARTMENT),
            entry("businessphone", ContactFields.BUSINESS_PHONE),
            entry("mobilephone", ContactFields.MOBILE_PHONE),
            entry("homephone", ContactFields.HOME_PHONE),
            entry("businessstreet", ContactFields.BUSINESS_STREET),
            entry("businesscity", ContactFields.BUSINESS_CITY),
            entry("businessstate", ContactFields.BUSINESS_STATE),
            entry("businesspostalcode", ContactFields.BUSINESS_POSTAL_CODE),
            entry("businesscountry", ContactFields.BUSINESS_COUNTRY),
            entry("birthday", ContactFields.BIRTHDAY),
            entry("notes", ContactFields.NOTES),
            entry("body", ContactFields.NOTES));

    private static final Map<String, Field<?>> EVENT = Map.ofEntries(
            entry("subject", EventFields.SUBJECT),
            entry("location", EventFields.LOCATION),
            entry("description", EventFields.BODY),
            entry("body", EventFields.BODY),
            entry("start", EventFields.TIME),
            entry("startdatetime", EventFields.TIME),
            entry("end", EventFields.TIME),
            entry("enddatetime", EventFields.TIME),
            entry("allday", EventFields.TIME),
            entry("alldayevent", EventFields.TIME),
            entry("isalldayevent", EventFields.TIME),
            entry("private", EventFields.SENSITIVITY),
            entry("isprivate", EventFields.SENSITIVITY),
            entry("sensitivity", EventFields.SENSITIVITY));

    private SetupFields() {}

    static Optional<Field<?>> salesforce(ItemKind kind, String name) {
        return find(kind == ItemKind.CONTACT ? SALESFORCE_CONTACT : EVENT, name);
    }

    static Optional<Field<?>> exchange(ItemKind kind, String name) {
        return find(kind == ItemKind.CONTACT ? EXCHANGE_CONTACT : EVENT, name);
    }

    private static Optional<Field<?>> find(Map<String, Field<?>> fields, String name) {
        return Optional.ofNullable(fields.get(Words.of(name)));
    }
}
