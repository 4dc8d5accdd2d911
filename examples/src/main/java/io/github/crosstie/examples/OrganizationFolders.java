package io.github.crosstie.examples;

import io.github.crosstie.directory.Directory;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.salesforce.SalesforceDirectoryReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Organizations in the folders of a folder. */
final class OrganizationFolders {

    private OrganizationFolders() {}

    static List<Directory> read(Path parent, Set<String> sandboxes) throws IOException {
        List<Directory> directories = new ArrayList<>();
        for (Path folder : in(parent, sandboxes)) {
            directories.add(read(folder, sandboxes.contains(name(folder))));
        }
        return directories;
    }

    /** The folders of the organizations, by name. */
    static List<Path> in(Path parent, Set<String> sandboxes) throws IOException {
        List<Path> folders;
        try (Stream<Path> entries = Files.list(parent)) {
            folders = entries.filter(Files::isDirectory)
                    .filter(folder -> !name(folder).startsWith("."))
                    .sorted()
                    .toList();
        }
        if (folders.isEmpty()) {
            throw new IllegalArgumentException(
                    parent + " has no folders; give each organization a folder of its own in it");
        }
        List<String> names = folders.stream().map(OrganizationFolders::name).toList();
        requireAll(sandboxes, names);
        return folders;
    }

    private static Directory read(Path folder, boolean sandbox) {
        SalesforceDirectoryReader reader = SalesforceDirectoryReader.fromFolder(folder);
        try {
            return (sandbox ? reader.asSandbox() : reader).read();
        } catch (CrosstieException e) {
            throw new IllegalArgumentException(name(folder) + "/" + e.getMessage(), e);
        }
    }

    private static String name(Path folder) {
        return String.valueOf(folder.getFileName());
    }

    static void requireAll(Set<String> sandboxes, List<String> names) {
        for (String sandbox : sandboxes) {
            if (!names.contains(sandbox)) {
                throw new IllegalArgumentException("--sandbox " + sandbox
                        + ": there is no organization folder of that name; there are " + String.join(", ", names));
            }
        }
    }
}
