package io.github.crosstie.apply;

import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.StateChange;
import io.github.crosstie.state.StateStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How long the journal of a collection is kept (S3). Lines hold personal data: what is too old goes with the end of a round. */
record JournalRetention(Duration kept, CollectionKey collection, StateStore store, Clock clock) {

    /**
     * What is too old.
     *
     * @param lines how many lines
     * @param changes what drops them; empty if there are none, so that nothing is written for their sake
     */
    record Expired(int lines, List<StateChange> changes) {
        static final Expired NOTHING = new Expired(0, List.of());
    }

    /** Asks the store; one that cannot tell keeps everything. */
    Expired expired() {
        Instant now = clock.instant();
        // No line is from before 1970; going back further might lead before all time.
        if (kept.compareTo(Duration.between(Instant.EPOCH, now)) >= 0) {
            return Expired.NOTHING;
        }
        Instant oldest = now.minus(kept);
        int lines = store.journalLinesBefore(collection, oldest).orElse(0);
        return lines == 0 ? Expired.NOTHING : new Expired(lines, List.of(new StateChange.ForgetJournalBefore(oldest)));
    }
}
