package io.github.crosstie.salesforce.internal.record;

import io.github.crosstie.salesforce.internal.rest.RestError;
import java.util.List;

/** What a person is told about a record that Salesforce refuses: the code, the fields and the remedy, no value. */
final class Refusals {

    private Refusals() {}

    static String message(RestError error) {
        return "Salesforce refuses the record as " + error.code() + fields(error.fields()) + "; "
                + remedy(error.code());
    }

    private static String fields(List<String> fields) {
        return fields.isEmpty() ? "" : ", for " + String.join(", ", fields);
    }

    private static String remedy(String code) {
        return switch (code) {
            case "REQUIRED_FIELD_MISSING" -> "fill the field on the other side, or make it optional";
            case "FIELD_CUSTOM_VALIDATION_EXCEPTION" -> "meet the organization's validation rule, or relax it";
            case "INVALID_FIELD_FOR_INSERT_UPDATE", "INSUFFICIENT_ACCESS", "INSUFFICIENT_ACCESS_OR_READONLY" ->
                "give the integration user the right to edit it, or leave the field out of the mapping";
            case "DUPLICATES_DETECTED", "DUPLICATE_VALUE" ->
                "merge it with the record that is there, or relax the duplicate rule";
            case "INVALID_EMAIL_ADDRESS" -> "correct the address on the other side";
            case "STRING_TOO_LONG" -> "shorten the value on the other side";
            case "INACTIVE_OWNER_OR_USER" -> "activate the owner, or give the record to somebody active";
            case "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST" -> "choose a value that the picklist has";
            default -> "look the code up in Salesforce's documentation";
        };
    }
}
