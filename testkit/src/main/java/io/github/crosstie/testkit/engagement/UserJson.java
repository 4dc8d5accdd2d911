package io.github.crosstie.testkit.engagement;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.crosstie.engagement.user.UserField;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Users and errors as the API writes them. */
final class UserJson {

    /** The fields of a user that may be asked for. */
    static final Set<String> FIELDS = Set.of(
            "id",
            "email",
            "firstName",
            "lastName",
            "username",
            "jobTitle",
            "role",
            "roleName",
            "salesforceId",
            "isDeleted",
            "createdAt",
            "updatedAt",
            "createdById",
            "updatedById",
            "tagReplacementLanguage");

    private static final JsonFactory JSON = new JsonFactory();

    private UserJson() {}

    static String page(
            List<StoredUser> users, List<String> fields, @Nullable String nextPageToken, @Nullable String nextPageUrl)
            throws IOException {
        return write(json -> {
            json.writeStringField("nextPageToken", nextPageToken);
            json.writeStringField("nextPageUrl", nextPageUrl);
            json.writeArrayFieldStart("values");
            for (StoredUser user : users) {
                json.writeStartObject();
                user(json, user, fields);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    static String user(StoredUser user, List<String> fields) throws IOException {
        return write(json -> user(json, user, fields));
    }

    static String error(int code, @Nullable String message) throws IOException {
        return write(json -> {
            json.writeNumberField("code", code);
            json.writeStringField("message", message);
        });
    }

    private static void user(JsonGenerator json, StoredUser user, List<String> fields) throws IOException {
        for (String field : fields) {
            switch (field) {
                case "id" -> json.writeNumberField(field, user.id());
                case "isDeleted" -> json.writeBooleanField(field, user.user().recycled());
                case "createdAt" ->
                    json.writeStringField(field, user.createdAt().toString());
                case "updatedAt" ->
                    json.writeStringField(field, user.updatedAt().toString());
                default -> json.writeStringField(field, value(user, field));
            }
        }
    }

    private static @Nullable String value(StoredUser user, String field) {
        return switch (field) {
            case "email" -> user.user().values().value(UserField.EMAIL_ADDRESS);
            case "firstName" -> user.user().values().value(UserField.FIRST_NAME);
            case "lastName" -> user.user().values().value(UserField.LAST_NAME);
            case "username" -> user.user().values().value(UserField.CRM_USERNAME);
            case "jobTitle" -> user.user().values().value(UserField.TITLE);
            case "roleName" -> user.user().values().value(UserField.ROLE);
            case "salesforceId" -> user.user().values().value(UserField.SALESFORCE_ID);
            default -> null; // role id, creator, editor and language, of which a test cannot say anything
        };
    }

    private interface Fields {
        void writeTo(JsonGenerator json) throws IOException;
    }

    private static String write(Fields fields) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            fields.writeTo(json);
            json.writeEndObject();
        }
        return text.toString();
    }
}
