package io.github.crosstie.examples;

import io.github.crosstie.directory.Directory;
import io.github.crosstie.salesforce.QueryPage;
import io.github.crosstie.salesforce.QueryResults;
import io.github.crosstie.salesforce.SalesforceDirectoryReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The small, made-up organizations that come with the example: a company, its sandbox, and a division of its own. */
final class BundledOrganizations {

    private static final List<String> NAMES = List.of("larkspur", "larkspur-americas", "larkspur-sandbox");
    private static final List<String> OBJECTS =
            List.of("Organization", "User", "Profile", "UserRole", "Group", "GroupMember");

    private BundledOrganizations() {}

    static List<Directory> read(Set<String> sandboxes) {
        OrganizationFolders.requireAll(sandboxes, NAMES);
        List<Directory> directories = new ArrayList<>();
        for (String name : NAMES) {
            SalesforceDirectoryReader reader = SalesforceDirectoryReader.from(results(name), name);
            directories.add((sandboxes.contains(name) ? reader.asSandbox() : reader).read());
        }
        return directories;
    }

    /** Puts them into folders of their own, as a person would have saved them. */
    static void copyTo(Path parent) throws IOException {
        for (String name : NAMES) {
            Path folder = Files.createDirectory(parent.resolve(name));
            for (String object : OBJECTS) {
                try (InputStream file = new Resource(path(name, object)).open()) {
                    Files.copy(file, folder.resolve(object + ".json"));
                }
            }
        }
    }

    private static QueryResults results(String organization) {
        return object -> List.of(new Resource(path(organization, object)));
    }

    private static String path(String organization, String object) {
        return "organizations/" + organization + "/" + object + ".json";
    }

    private record Resource(String name) implements QueryPage {
        @Override
        public InputStream open() throws IOException {
            InputStream stream = BundledOrganizations.class.getResourceAsStream(name);
            if (stream == null) {
                throw new FileNotFoundException(name + " is missing from the example's jar");
            }
            return stream;
        }
    }
}
