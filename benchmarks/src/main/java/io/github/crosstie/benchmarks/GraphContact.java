package io.github.crosstie.benchmarks;

import io.github.crosstie.graph.internal.item.ItemRecord;
import io.github.crosstie.internal.exchange.Stamp;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Field;
import java.util.List;

/** What a page of Graph tells of a contact, as far as the library keeps it: texts in the order of {@link #FIELDS}. */
record GraphContact(String id, String version, List<String> texts, String stamp) {

    static final List<Field<String>> FIELDS = List.of(
            ContactFields.GIVEN_NAME,
            ContactFields.MIDDLE_NAME,
            ContactFields.SURNAME,
            ContactFields.TITLE,
            ContactFields.COMPANY_NAME,
            ContactFields.JOB_TITLE,
            ContactFields.DEPARTMENT,
            ContactFields.MANAGER,
            ContactFields.ASSISTANT_NAME,
            ContactFields.MOBILE_PHONE,
            ContactFields.NOTES,
            ContactFields.EMAIL_ADDRESS,
            ContactFields.EMAIL_ADDRESS_2,
            ContactFields.BUSINESS_STREET,
            ContactFields.BUSINESS_CITY,
            ContactFields.BUSINESS_COUNTRY,
            ContactFields.BUSINESS_POSTAL_CODE,
            ContactFields.BUSINESS_PHONE,
            ContactFields.HOME_PHONE,
            ContactFields.OTHER_PHONE);

    /** The same of what the library has read. */
    static GraphContact of(ItemRecord read) {
        return new GraphContact(
                read.id(),
                read.version(),
                FIELDS.stream().map(field -> read.item().get(field).orElse("")).toList(),
                read.stamp().map(Stamp::text).orElse(""));
    }
}
