package io.github.crosstie.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.crosstie.engagement.user.UserField;
import io.github.crosstie.engagement.user.UserValues;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A listing of a unit's users as Account Engagement sends it: pages of a thousand. */
final class EngagementPages {

    private static final int PAGE_SIZE = 1_000;
    private static final JsonFactory JSON = new JsonFactory();

    private EngagementPages() {}

    static List<byte[]> of(List<UserValues> users) throws IOException {
        List<byte[]> pages = new ArrayList<>();
        for (int from = 0; from == 0 || from < users.size(); from += PAGE_SIZE) {
            pages.add(page(users, from, pages.size() + 1));
        }
        return pages;
    }

    private static byte[] page(List<UserValues> users, int from, int next) throws IOException {
        int to = Math.min(users.size(), from + PAGE_SIZE);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator page = JSON.createGenerator(bytes)) {
            page.writeStartObject();
            page.writeStringField("nextPageToken", to < users.size() ? String.valueOf(next) : null);
            page.writeNullField("nextPageUrl");
            page.writeArrayFieldStart("values");
            for (int number = from; number < to; number++) {
                write(page, 1_000 + number, users.get(number));
            }
            page.writeEndArray();
            page.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator page, int id, UserValues values) throws IOException {
        page.writeStartObject();
        page.writeNumberField("id", id);
        page.writeBooleanField("isDeleted", false);
        page.writeStringField("salesforceId", values.value(UserField.SALESFORCE_ID));
        page.writeStringField("username", values.value(UserField.CRM_USERNAME));
        page.writeStringField("email", values.value(UserField.EMAIL_ADDRESS));
        page.writeStringField("firstName", values.value(UserField.FIRST_NAME));
        page.writeStringField("lastName", values.value(UserField.LAST_NAME));
        page.writeStringField("jobTitle", values.value(UserField.TITLE));
        page.writeStringField("roleName", values.value(UserField.ROLE));
        page.writeEndObject();
    }
}
