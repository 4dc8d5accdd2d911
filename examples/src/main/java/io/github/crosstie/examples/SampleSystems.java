package io.github.crosstie.examples;

import io.github.crosstie.examples.systems.SampleServers;
import io.github.crosstie.examples.systems.Systems;
import io.github.crosstie.examples.systems.SystemsInMemory;
import io.github.crosstie.examples.systems.SystemsOnServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Systems for a person's own organizations, or for those that come with the example. */
final class SampleSystems {

    private final @Nullable Path organizations;
    private final Set<String> sandboxes;
    private final Clock clock;

    /** With a folder of organizations; null for those that come with the example. */
    SampleSystems(@Nullable Path organizations, Set<String> sandboxes, Clock clock) {
        this.organizations = organizations;
        this.sandboxes = sandboxes;
        this.clock = clock;
    }

    Systems inMemory() {
        if (organizations == null) {
            return SystemsInMemory.of(BundledOrganizations.read(sandboxes), clock);
        }
        try {
            return SystemsInMemory.of(OrganizationFolders.read(organizations, sandboxes), clock);
        } catch (IOException e) {
            throw unreadable(organizations, e);
        }
    }

    Systems onServers() {
        if (organizations == null) {
            return onServersWithBundled();
        }
        try {
            return onServers(organizations);
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(organizations, e);
        }
    }

    /** Servers read folders, and not the example's jar. */
    private Systems onServersWithBundled() {
        try {
            Path copies = Files.createTempDirectory("crosstie-quickstart");
            try {
                BundledOrganizations.copyTo(copies);
                return onServers(copies);
            } finally {
                remove(copies);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "no folder can be made in " + System.getProperty("java.io.tmpdir")
                            + "; name another one in the system property java.io.tmpdir",
                    e);
        }
    }

    private Systems onServers(Path parent) throws IOException {
        SampleServers servers = SampleServers.start(clock, OrganizationFolders.in(parent, sandboxes), sandboxes);
        try {
            return SystemsOnServers.over(servers, clock);
        } catch (RuntimeException failure) {
            servers.close();
            throw failure;
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> leavesFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path each : leavesFirst) {
                Files.delete(each);
            }
        }
    }

    private static IllegalArgumentException unreadable(Path organizations, Exception cause) {
        return new IllegalArgumentException(
                "--organizations " + organizations
                        + ": is no folder that can be read; give one that holds a folder for each organization",
                cause);
    }
}
