package io.github.crosstie.testkit.salesforce.internal.record;

import java.util.Locale;

/** The types of fields that the objects here have. */
public enum FieldType {
    /** The record's own id. */
    ID("tns:ID"),
    /** One line of text. */
    STRING("xsd:string"),
    /** Text of several lines, which no query can filter by. */
    TEXTAREA("xsd:string"),
    /** An address, checked on save. */
    EMAIL("xsd:string"),
    /** A phone number, kept as given. */
    PHONE("xsd:string"),
    /** A web address. */
    URL("xsd:string"),
    /** One of the field's values, or any text where it has none. */
    PICKLIST("xsd:string"),
    /** True or false, never null. */
    BOOLEAN("xsd:boolean"),
    /** A whole number. */
    INT("xsd:int"),
    /** A number. */
    DOUBLE("xsd:double"),
    /** A day without a time zone. */
    DATE("xsd:date"),
    /** A moment, to the second. */
    DATETIME("xsd:dateTime"),
    /** The id of another record. */
    REFERENCE("tns:ID");

    private final String soapType;

    FieldType(String soapType) {
        this.soapType = soapType;
    }

    /** What describe calls it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What describe calls it in terms of XML. */
    public String soapType() {
        return soapType;
    }

    /** Whether its values are texts, which compare without case. */
    public boolean isText() {
        return switch (this) {
            case STRING, TEXTAREA, EMAIL, PHONE, URL, PICKLIST -> true;
            case ID, BOOLEAN, INT, DOUBLE, DATE, DATETIME, REFERENCE -> false;
        };
    }

    /** Whether its values are ids, which compare case by case. */
    public boolean isId() {
        return this == ID || this == REFERENCE;
    }
}
