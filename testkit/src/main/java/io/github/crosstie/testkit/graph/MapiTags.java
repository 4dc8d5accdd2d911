package io.github.crosstie.testkit.graph;

import io.github.crosstie.testkit.internal.mailbox.PropertyPath;
import io.github.crosstie.testkit.internal.mailbox.PropertyPath.Element;
import io.github.crosstie.testkit.internal.mailbox.PropertyPath.Entry;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** MAPI's properties of contacts that are elements of Exchange's schema as well: one value with two names. */
final class MapiTags {

    private static final Map<String, PropertyPath> TEXTS = Map.ofEntries(
            Map.entry("3a02", phone("Callback")),
            Map.entry("3a08", phone("BusinessPhone")),
            Map.entry("3a09", phone("HomePhone")),
            Map.entry("3a1a", phone("PrimaryPhone")),
            Map.entry("3a1b", phone("BusinessPhone2")),
            Map.entry("3a1c", phone("MobilePhone")),
            Map.entry("3a1d", phone("RadioPhone")),
            Map.entry("3a1e", phone("CarPhone")),
            Map.entry("3a1f", phone("OtherTelephone")),
            Map.entry("3a21", phone("Pager")),
            Map.entry("3a23", phone("OtherFax")),
            Map.entry("3a24", phone("BusinessFax")),
            Map.entry("3a25", phone("HomeFax")),
            Map.entry("3a2c", phone("Telex")),
            Map.entry("3a2d", phone("Isdn")),
            Map.entry("3a2e", phone("AssistantPhone")),
            Map.entry("3a2f", phone("HomePhone2")),
            Map.entry("3a4b", phone("TtyTddPhone")),
            Map.entry("3a57", phone("CompanyMainPhone")),
            Map.entry("37", new Element("Subject")),
            Map.entry("3001", new Element("DisplayName")),
            Map.entry("3a05", new Element("Generation")),
            Map.entry("3a06", new Element("GivenName")),
            Map.entry("3a0a", new Element("Initials")),
            Map.entry("3a11", new Element("Surname")),
            Map.entry("3a16", new Element("CompanyName")),
            Map.entry("3a17", new Element("JobTitle")),
            Map.entry("3a18", new Element("Department")),
            Map.entry("3a19", new Element("OfficeLocation")),
            Map.entry("3a30", new Element("AssistantName")),
            Map.entry("3a44", new Element("MiddleName")),
            Map.entry("3a46", new Element("Profession")),
            Map.entry("3a48", new Element("SpouseName")),
            Map.entry("3a4e", new Element("Manager")),
            Map.entry("3a4f", new Element("Nickname")),
            Map.entry("3a51", new Element("BusinessHomePage")));

    private static final Map<String, PropertyPath> MOMENTS =
            Map.of("3a41", new Element("WeddingAnniversary"), "3a42", new Element("Birthday"));

    private MapiTags() {}

    /**
     * The element that a tag stands for; null if it stands for none.
     *
     * @param type such as {@code String}
     * @param tag its number
     */
    static @Nullable PropertyPath path(String type, int tag) {
        String hex = Integer.toHexString(tag).toLowerCase(Locale.ROOT);
        return switch (type) {
            case "String" -> TEXTS.get(hex);
            case "SystemTime" -> MOMENTS.get(hex);
            default -> null;
        };
    }

    private static PropertyPath phone(String key) {
        return new Entry("PhoneNumbers", key, "");
    }
}
