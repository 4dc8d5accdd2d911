package io.github.crosstie.testkit.graph;

import io.github.crosstie.testkit.internal.mailbox.PropertyPath;
import io.github.crosstie.testkit.internal.mailbox.PropertyPath.Element;
import io.github.crosstie.testkit.internal.mailbox.PropertyPath.Entry;
import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The properties of Graph's contacts, and the elements of Exchange's schema that they are. */
final class ContactFields {

    /** Plain texts. */
    static final Map<String, PropertyPath> TEXTS = texts();

    /** Lists of texts, each of which has a place of its own in Exchange. */
    static final Map<String, List<Entry>> PLACES = Map.of(
            "businessPhones", entries("PhoneNumbers", "BusinessPhone", "BusinessPhone2"),
            "homePhones", entries("PhoneNumbers", "HomePhone", "HomePhone2"),
            "imAddresses", entries("ImAddresses", "ImAddress1", "ImAddress2", "ImAddress3"));

    /** Lists of texts. */
    static final Map<String, String> LISTS = Map.of("categories", "Categories", "children", "Children");

    /** Postal addresses, by their keys in Exchange. */
    static final Map<String, String> ADDRESSES =
            Map.of("businessAddress", "Business", "homeAddress", "Home", "otherAddress", "Other");

    /** The parts of postal addresses. */
    static final Map<String, String> ADDRESS_PARTS = Map.of(
            "street", "Street",
            "city", "City",
            "state", "State",
            "countryOrRegion", "CountryOrRegion",
            "postalCode", "PostalCode");

    /** E-mail addresses by their places. */
    static final List<String> EMAILS = List.of("primaryEmailAddress", "secondaryEmailAddress", "tertiaryEmailAddress");

    static final List<Entry> EMAIL_PLACES =
            entries("EmailAddresses", "EmailAddress1", "EmailAddress2", "EmailAddress3");

    /** What only the server sets. */
    static final List<String> READ_ONLY =
            List.of("id", "changeKey", "createdDateTime", "lastModifiedDateTime", "parentFolderId");

    private ContactFields() {}

    private static Map<String, PropertyPath> texts() {
        Map<String, PropertyPath> texts = new LinkedHashMap<>();
        texts.put("fileAs", new Element("FileAs"));
        texts.put("displayName", new Element("DisplayName"));
        texts.put("givenName", new Element("GivenName"));
        texts.put("initials", new Element("Initials"));
        texts.put("middleName", new Element("MiddleName"));
        texts.put("nickName", new Element("Nickname"));
        texts.put("surname", new Element("Surname"));
        texts.put("title", extended(Tree.of("t:ExtendedFieldURI").with("PropertyTag", "0x3a45")));
        texts.put("yomiGivenName", new Element("PhoneticFirstName"));
        texts.put("yomiSurname", new Element("PhoneticLastName"));
        texts.put(
                "yomiCompanyName",
                extended(Tree.of("t:ExtendedFieldURI")
                        .with("DistinguishedPropertySetId", "Address")
                        .with("PropertyId", "32814")));
        texts.put("generation", new Element("Generation"));
        texts.put("jobTitle", new Element("JobTitle"));
        texts.put("companyName", new Element("CompanyName"));
        texts.put("department", new Element("Department"));
        texts.put("officeLocation", new Element("OfficeLocation"));
        texts.put("profession", new Element("Profession"));
        texts.put("businessHomePage", new Element("BusinessHomePage"));
        texts.put("assistantName", new Element("AssistantName"));
        texts.put("manager", new Element("Manager"));
        texts.put("mobilePhone", new Entry("PhoneNumbers", "MobilePhone", ""));
        texts.put("spouseName", new Element("SpouseName"));
        return texts;
    }

    private static PropertyPath extended(Tree uri) {
        Tree typed = uri.with("PropertyType", "String");
        try {
            return PropertyPath.extended(typed);
        } catch (Refusal impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<Entry> entries(String container, String... keys) {
        return Stream.of(keys).map(key -> new Entry(container, key, "")).toList();
    }
}
