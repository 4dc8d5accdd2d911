package io.github.crosstie.salesforce;

import io.github.crosstie.directory.Directory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Query results of a small organization, with one object's pages replaced by what a test is about. */
final class Export {

    private final Map<String, List<QueryPage>> pages = new HashMap<>();

    Export() {
        with("Profile", record("Id", id("00e", 1), "Name", "Sales User"));
        with("UserRole");
        with("User");
        with("Group");
        with("GroupMember");
    }

    static String id(String prefix, int number) {
        return SalesforceId.of(prefix + String.format(Locale.ROOT, "%012d", number))
                .value();
    }

    /** A record of fields and values; a text is quoted, null, numbers and booleans are not. */
    static String record(Object... fieldsAndValues) {
        List<String> parts = new ArrayList<>();
        parts.add("\"attributes\":{\"type\":\"X\",\"more\":[{}]}");
        for (int at = 0; at < fieldsAndValues.length; at += 2) {
            Object value = fieldsAndValues[at + 1];
            parts.add("\"" + fieldsAndValues[at] + "\":" + (value instanceof String ? "\"" + value + "\"" : value));
        }
        return "{" + String.join(",", parts) + "}";
    }

    static String user(int number) {
        return record(
                "Id",
                id("005", number),
                "Username",
                "u" + number,
                "Email",
                null,
                "IsActive",
                true,
                "ProfileId",
                id("00e", 1),
                "UserRoleId",
                null);
    }

    static String group(int number, String type) {
        return record("Id", id("00G", number), "DeveloperName", "g" + number, "Name", "g", "Type", type);
    }

    static String member(int number, int group, String member) {
        return record("Id", id("011", number), "GroupId", id("00G", group), "UserOrGroupId", member);
    }

    static String page(long totalSize, boolean done, String... records) {
        return "{\"totalSize\":" + totalSize + ",\"done\":" + done
                + (done ? "" : ",\"nextRecordsUrl\":\"/services/data/v67.0/query/01g-2\"") + ",\"records\":["
                + String.join(",", records) + "]}";
    }

    Export with(String object, String... records) {
        return withDocuments(object, page(records.length, true, records));
    }

    Export withDocuments(String object, String... documents) {
        List<QueryPage> named = new ArrayList<>();
        for (String document : documents) {
            named.add(QueryPage.of(object + (named.isEmpty() ? "" : "-" + (named.size() + 1)) + ".json", document));
        }
        return withPages(object, named);
    }

    Export withPages(String object, List<QueryPage> replaced) {
        pages.put(object, replaced);
        return this;
    }

    SalesforceDirectoryReader reader() {
        return SalesforceDirectoryReader.from(object -> pages.getOrDefault(object, List.of()), "acme");
    }

    Directory read() {
        return reader().read();
    }
}
