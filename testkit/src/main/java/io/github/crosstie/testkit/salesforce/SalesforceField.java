package io.github.crosstie.testkit.salesforce;

import io.github.crosstie.testkit.salesforce.internal.record.FieldTrait;
import io.github.crosstie.testkit.salesforce.internal.record.FieldType;
import io.github.crosstie.testkit.salesforce.internal.record.ObjectDefinition;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A field that a customer adds to an object.
 *
 * <pre>{@code
 * organization.declare("Contact", SalesforceField.text("Crosstie_Key__c", 80).externalId().unique());
 * }</pre>
 *
 * Immutable.
 */
public final class SalesforceField {

    private final String name;
    private final FieldType type;
    private final int length;
    private final Set<FieldTrait> traits;
    private final List<String> references;
    private final List<String> values;

    private SalesforceField(
            String name,
            FieldType type,
            int length,
            Set<FieldTrait> traits,
            List<String> references,
            List<String> values) {
        this.name = Objects.requireNonNull(name, "name");
        if (!name.endsWith("__c")) {
            throw new IllegalArgumentException("field " + name + ": the name of a custom field ends with __c");
        }
        this.type = type;
        this.length = length;
        this.traits = traits;
        this.references = references;
        this.values = values;
    }

    private static SalesforceField of(String name, FieldType type, int length) {
        return new SalesforceField(name, type, length, EnumSet.of(FieldTrait.CUSTOM), List.of(), List.of());
    }

    /**
     * A text.
     *
     * @param name its API name, which ends with {@code __c}
     * @param length how many characters it takes; more than 255 make a text of several lines, which no query filters by
     * @return the field
     */
    public static SalesforceField text(String name, int length) {
        return of(name, length > 255 ? FieldType.TEXTAREA : FieldType.STRING, length);
    }

    /**
     * An e-mail address.
     *
     * @param name its API name
     * @return the field
     */
    public static SalesforceField email(String name) {
        return of(name, FieldType.EMAIL, 80);
    }

    /**
     * A number.
     *
     * @param name its API name
     * @return the field
     */
    public static SalesforceField number(String name) {
        return of(name, FieldType.DOUBLE, 0);
    }

    /**
     * A flag.
     *
     * @param name its API name
     * @return the field
     */
    public static SalesforceField flag(String name) {
        return of(name, FieldType.BOOLEAN, 0);
    }

    /**
     * A day.
     *
     * @param name its API name
     * @return the field
     */
    public static SalesforceField date(String name) {
        return of(name, FieldType.DATE, 0);
    }

    /**
     * A moment.
     *
     * @param name its API name
     * @return the field
     */
    public static SalesforceField moment(String name) {
        return of(name, FieldType.DATETIME, 0);
    }

    /**
     * A choice.
     *
     * @param name its API name
     * @param values what can be chosen; nothing for any text
     * @return the field
     */
    public static SalesforceField picklist(String name, String... values) {
        return new SalesforceField(
                name, FieldType.PICKLIST, 255, EnumSet.of(FieldTrait.CUSTOM), List.of(), Arrays.asList(values));
    }

    /**
     * A reference.
     *
     * @param name its API name
     * @param object what it leads to, such as {@code Contact}
     * @return the field
     */
    public static SalesforceField reference(String name, String object) {
        return new SalesforceField(
                name, FieldType.REFERENCE, 18, EnumSet.of(FieldTrait.CUSTOM), List.of(object), List.of());
    }

    /**
     * The same, by which records can be upserted.
     *
     * @return the field
     */
    public SalesforceField externalId() {
        return with(FieldTrait.EXTERNAL_ID);
    }

    /**
     * The same, whose values no two records share.
     *
     * @return the field
     */
    public SalesforceField unique() {
        return with(FieldTrait.UNIQUE);
    }

    /**
     * The same, whose values differ by case.
     *
     * @return the field
     */
    public SalesforceField caseSensitive() {
        return with(FieldTrait.CASE_SENSITIVE);
    }

    /**
     * The same, without which nothing is saved.
     *
     * @return the field
     */
    public SalesforceField required() {
        return with(FieldTrait.REQUIRED);
    }

    /**
     * The same, which no client can write: a formula, say.
     *
     * @return the field
     */
    public SalesforceField readOnly() {
        return with(FieldTrait.READ_ONLY);
    }

    private SalesforceField with(FieldTrait trait) {
        Set<FieldTrait> more = EnumSet.copyOf(traits);
        more.add(trait);
        return new SalesforceField(name, type, length, more, references, values);
    }

    void addTo(ObjectDefinition object) {
        object.add(name, type, length, traits, references, values);
    }
}
