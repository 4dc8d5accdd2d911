package io.github.crosstie.apply;

import io.github.crosstie.diff.FieldConflict;
import io.github.crosstie.state.Half;
import io.github.crosstie.state.JournalEntry;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.StateChange;
import java.time.Clock;
import java.util.List;

/** Writes lost values down (S3), in the commit that records the write which overwrote them. */
final class Journaling {

    private final Clock clock;

    Journaling(Clock clock) {
        this.clock = clock;
    }

    List<StateChange> lines(Link link, List<FieldConflict> conflicts) {
        Half crm = link.crm();
        Half mail = link.mail();
        if (crm == null || mail == null) {
            return List.of();
        }
        return conflicts.stream()
                .<StateChange>map(conflict ->
                        new StateChange.Journal(new JournalEntry(clock.instant(), crm.id(), mail.id(), conflict)))
                .toList();
    }
}
