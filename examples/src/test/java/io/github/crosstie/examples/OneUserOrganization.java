package io.github.crosstie.examples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The results of Salesforce queries for an organization of one user, as a person saves them. */
final class OneUserOrganization {

    private OneUserOrganization() {}

    /** Without a record of the organization itself, which need not be there. */
    static void save(Path folder) throws IOException {
        Files.createDirectory(folder);
        write(folder, "Profile", "{\"Id\": \"00e000000000001\", \"Name\": \"Sales\"}");
        write(
                folder,
                "UserRole",
                "{\"Id\": \"00E000000000001\", \"DeveloperName\": \"Sales\", \"Name\": \"Sales\","
                        + " \"ParentRoleId\": null, \"PortalType\": \"None\"}");
        write(
                folder,
                "User",
                "{\"Id\": \"005000000000001\", \"Username\": \"anna@acme.example\", \"Email\": \"anna@acme.example\","
                        + " \"LastName\": \"Berg\", \"IsActive\": true, \"ProfileId\": \"00e000000000001\","
                        + " \"UserRoleId\": \"00E000000000001\"}");
        write(folder, "Group", "");
        write(folder, "GroupMember", "");
    }

    /** With that record. */
    static void saveWithRecord(Path folder) throws IOException {
        save(folder);
        write(folder, "Organization", "{\"Id\": \"00D000000000001\", \"Name\": \"Acme\", \"IsSandbox\": false}");
    }

    private static void write(Path folder, String object, String record) throws IOException {
        int size = record.isEmpty() ? 0 : 1;
        Files.writeString(
                folder.resolve(object + ".json"),
                "{\"totalSize\": " + size + ", \"done\": true, \"records\": [" + record + "]}",
                StandardCharsets.UTF_8);
    }
}
