package io.github.crosstie.engagement.api;

import io.github.crosstie.engagement.user.UserField;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for of each user, by its name in the API. The API shows neither phone number nor time zone, and has one
 * username alone: for a user who is mapped to one of the CRM, that one's.
 */
enum ApiField {
    ID("id", null),
    RECYCLED("isDeleted", null),
    SALESFORCE_ID("salesforceId", UserField.SALESFORCE_ID),
    USERNAME("username", UserField.CRM_USERNAME),
    EMAIL("email", UserField.EMAIL_ADDRESS),
    FIRST_NAME("firstName", UserField.FIRST_NAME),
    LAST_NAME("lastName", UserField.LAST_NAME),
    JOB_TITLE("jobTitle", UserField.TITLE),
    ROLE_NAME("roleName", UserField.ROLE);

    private static final Map<String, ApiField> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(field -> field.apiName, Function.identity()));

    private final String apiName;
    private final @Nullable UserField userField;

    ApiField(String apiName, @Nullable UserField userField) {
        this.apiName = apiName;
        this.userField = userField;
    }

    /** All names, separated by commas: no read goes without them. */
    static String names() {
        return Arrays.stream(values()).map(field -> field.apiName).collect(Collectors.joining(","));
    }

    /** The fields that a listing shows. */
    static Set<UserField> shown() {
        Set<UserField> shown = EnumSet.noneOf(UserField.class);
        for (ApiField field : values()) {
            if (field.userField != null) {
                shown.add(field.userField);
            }
        }
        return Collections.unmodifiableSet(shown);
    }

    /** The field of a name, or null if nobody asked for it. */
    static @Nullable ApiField of(String apiName) {
        return BY_NAME.get(apiName);
    }

    /** The user's field, or null for what is not a value of the user. */
    @Nullable
    UserField userField() {
        return userField;
    }
}
