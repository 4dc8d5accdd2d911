package io.github.crosstie.examples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The results of Salesforce queries for an organization of one user or a few, as a person saves them. */
final class SmallOrganization {

    private SmallOrganization() {}

    /** With one user, Anna, and without a record of the organization itself, which need not be there. */
    static void save(Path folder) throws IOException {
        save(folder, 1);
    }

    /** With some users more, who have numbers for names. */
    static void save(Path folder, int users) throws IOException {
        Files.createDirectory(folder);
        write(folder, "Profile", "{\"Id\": \"00e000000000001\", \"Name\": \"Sales\"}");
        write(
                folder,
                "UserRole",
                "{\"Id\": \"00E000000000001\", \"DeveloperName\": \"Sales\", \"Name\": \"Sales\","
                        + " \"ParentRoleId\": null, \"PortalType\": \"None\"}");
        String[] records = new String[users];
        for (int user = 1; user <= users; user++) {
            records[user - 1] = user(user, user == 1 ? "anna@acme.example" : user + "@acme.example");
        }
        write(folder, "User", records);
        write(folder, "Group");
        write(folder, "GroupMember");
    }

    /** With that record. */
    static void saveWithRecord(Path folder) throws IOException {
        save(folder);
        write(folder, "Organization", "{\"Id\": \"00D000000000001\", \"Name\": \"Acme\", \"IsSandbox\": false}");
    }

    private static String user(int number, String address) {
        return String.format(
                Locale.ROOT,
                "{\"Id\": \"005000000000%03d\", \"Username\": \"%2$s\", \"Email\": \"%2$s\", \"LastName\": \"Berg\","
                        + " \"IsActive\": true, \"ProfileId\": \"00e000000000001\","
                        + " \"UserRoleId\": \"00E000000000001\"}",
                number,
                address);
    }

    private static void write(Path folder, String object, String... records) throws IOException {
        Files.writeString(
                folder.resolve(object + ".json"),
                "{\"totalSize\": " + records.length + ", \"done\": true, \"records\": [" + String.join(",", records)
                        + "]}",
                StandardCharsets.UTF_8);
    }
}
