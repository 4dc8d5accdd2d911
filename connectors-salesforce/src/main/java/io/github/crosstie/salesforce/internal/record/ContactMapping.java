package io.github.crosstie.salesforce.internal.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Contacts: a column for each field. The name of the company is that of the account, another record, so it is none of these. */
public final class ContactMapping implements RecordMapping {

    private static final int PHONE = 40;
    private static final int TEXT = 255;
    private static final int LONG_TEXT = 32_000;

    private static final List<Column> STANDARD = List.of(
            new Column(ContactFields.GIVEN_NAME, "FirstName", 40),
            new Column(ContactFields.MIDDLE_NAME, "MiddleName", 40),
            new Column(ContactFields.SURNAME, "LastName", 80),
            new Column(ContactFields.SUFFIX, "Suffix", 40),
            new Column(ContactFields.TITLE, "Salutation", 40),
            new Column(ContactFields.EMAIL_ADDRESS, "Email", 80),
            new Column(ContactFields.JOB_TITLE, "Title", 128),
            new Column(ContactFields.DEPARTMENT, "Department", 80),
            new Column(ContactFields.BUSINESS_PHONE, "Phone", PHONE),
            new Column(ContactFields.MOBILE_PHONE, "MobilePhone", PHONE),
            new Column(ContactFields.HOME_PHONE, "HomePhone", PHONE),
            new Column(ContactFields.OTHER_PHONE, "OtherPhone", PHONE),
            new Column(ContactFields.BUSINESS_FAX, "Fax", PHONE),
            new Column(ContactFields.ASSISTANT_NAME, "AssistantName", 40),
            new Column(ContactFields.ASSISTANT_PHONE, "AssistantPhone", PHONE),
            new Column(ContactFields.BIRTHDAY, "Birthdate", 0),
            new Column(ContactFields.NOTES, "Description", LONG_TEXT),
            new Column(ContactFields.BUSINESS_STREET, "MailingStreet", TEXT),
            new Column(ContactFields.BUSINESS_CITY, "MailingCity", 40),
            new Column(ContactFields.BUSINESS_STATE, "MailingState", 80),
            new Column(ContactFields.BUSINESS_POSTAL_CODE, "MailingPostalCode", 20),
            new Column(ContactFields.BUSINESS_COUNTRY, "MailingCountry", 80),
            new Column(ContactFields.OTHER_STREET, "OtherStreet", TEXT),
            new Column(ContactFields.OTHER_CITY, "OtherCity", 40),
            new Column(ContactFields.OTHER_STATE, "OtherState", 80),
            new Column(ContactFields.OTHER_POSTAL_CODE, "OtherPostalCode", 20),
            new Column(ContactFields.OTHER_COUNTRY, "OtherCountry", 80));

    private final SortedMap<Field<?>, Column> columns = new TreeMap<>();

    private ContactMapping(List<Column> own) {
        STANDARD.forEach(column -> columns.put(column.field(), column));
        own.forEach(column -> columns.put(column.field(), column));
    }

    /**
     * Standard columns, and the organization's own.
     *
     * @param own further columns, or others in place of standard ones
     * @return the mapping
     */
    public static ContactMapping with(List<Column> own) {
        return new ContactMapping(own);
    }

    @Override
    public ItemKind kind() {
        return ItemKind.CONTACT;
    }

    @Override
    public String object() {
        return "Contact";
    }

    @Override
    public List<String> columns() {
        List<String> names = new ArrayList<>();
        columns.values().forEach(column -> names.add(column.name()));
        return names;
    }

    @Override
    public String condition() {
        return "";
    }

    @Override
    public boolean isRecord(JsonNode row) {
        return true;
    }

    @Override
    public SortedSet<Field<?>> fields() {
        return new TreeSet<>(columns.keySet());
    }

    @Override
    public Item read(JsonNode row) {
        Item.Builder item = Item.builder(ItemKind.CONTACT);
        columns.values().forEach(column -> item.put(column.field(), column.read(row)));
        return item.build();
    }

    @Override
    public ObjectNode create(Item item) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        item.values().forEach((field, value) -> column(field).write(value, row));
        return row;
    }

    @Override
    public ObjectNode update(Map<Field<?>, @Nullable Object> changes, JsonNode before) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        changes.forEach((field, value) -> column(field).write(value, row));
        return row;
    }

    @Override
    public @Nullable Object project(Field<?> field, Object value) {
        return column(field).project(value);
    }

    @Override
    public Optional<String> cannotExpress(Item series) {
        return Optional.empty();
    }

    private Column column(Field<?> field) {
        return Objects.requireNonNull(
                columns.get(field), () -> "field " + field + " is none that contacts have in Salesforce");
    }
}
