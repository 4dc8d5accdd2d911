package io.github.crosstie.examples;

import io.github.crosstie.assignment.Enrollment;
import io.github.crosstie.assignment.Roster;
import io.github.crosstie.configuration.DeletionGuard;
import io.github.crosstie.configuration.EventSettings;
import io.github.crosstie.configuration.RecordSettings;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.item.ItemKind;

/**
 * Whether the quickstart can foretell, by itself, what both sides hold after its script of edits: contacts and events both
 * ways, everything else by default. Other settings are as good, but would need the library's own logic to check them by.
 */
final class Foretold {

    private Foretold() {}

    static boolean by(Roster roster, Enrollment enrollment) {
        return roster.configurations()
                .find(enrollment.configuration())
                .filter(Foretold::foretold)
                .isPresent();
    }

    private static boolean foretold(SyncConfiguration configuration) {
        return configuration.contacts().records().equals(bothWays(ItemKind.CONTACT))
                && configuration.events().equals(EventSettings.DEFAULT.withRecords(bothWays(ItemKind.EVENT)))
                && configuration.deletionGuard().equals(DeletionGuard.DEFAULT);
    }

    private static RecordSettings bothWays(ItemKind kind) {
        return RecordSettings.builder(kind).direction(SyncDirection.BOTH).build();
    }
}
