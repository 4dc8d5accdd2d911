package io.github.crosstie.examples;

import io.github.crosstie.directory.Directory;
import io.github.crosstie.salesforce.SalesforceDirectoryReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Organizations in the folders of a folder. */
final class OrganizationFolders {

    private OrganizationFolders() {}

    static List<Directory> read(Path parent, Set<String> sandboxes) throws IOException {
        List<Path> folders;
        try (Stream<Path> entries = Files.list(parent)) {
            folders = entries.filter(Files::isDirectory).sorted().toList();
        }
        if (folders.isEmpty()) {
            throw new IllegalArgumentException(
                    parent + " has no folders; give each organization a folder of its own in it");
        }
        Set<String> unknown = new TreeSet<>(sandboxes);
        List<Directory> directories = new ArrayList<>();
        for (Path folder : folders) {
            SalesforceDirectoryReader reader = SalesforceDirectoryReader.fromFolder(folder);
            boolean sandbox = unknown.remove(folder.getFileName().toString());
            directories.add((sandbox ? reader.asSandbox() : reader).read());
        }
        requireNone(unknown);
        return directories;
    }

    static void requireNone(Set<String> unknownSandboxes) {
        if (!unknownSandboxes.isEmpty()) {
            throw new IllegalArgumentException("--sandbox " + String.join(", ", unknownSandboxes)
                    + ": there is no organization folder of that name");
        }
    }
}
