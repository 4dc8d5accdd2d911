package io.github.crosstie.apply;

import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.LastRound;
import io.github.crosstie.state.StateChange;
import io.github.crosstie.state.StateStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long the journal of a collection is kept (S3). Lines hold personal data: what is too old goes with the end of a round. */
record JournalRetention(Duration kept, CollectionKey collection, StateStore store, Clock clock) {

    private static final Duration DAY = Duration.ofDays(1);

    /**
     * What is too old.
     *
     * @param lines how many lines
     * @param changes what drops them; empty if there are none, so that nothing is written for their sake
     */
    record Expired(int lines, List<StateChange> changes) {
        static final Expired NOTHING = new Expired(0, List.of());
    }

    /** Asks the store, once a day where lines are kept for days; one that cannot tell keeps everything. */
    Expired expired(@Nullable LastRound before) {
        Instant now = clock.instant();
        // No line is from before 1970; going back further might lead before all time.
        if (kept.compareTo(Duration.between(Instant.EPOCH, now)) >= 0) {
            return Expired.NOTHING;
        }
        Instant oldest = now.minus(kept);
        if (before != null && kept.compareTo(DAY) >= 0 && day(before.ended().minus(kept)) == day(oldest)) {
            return Expired.NOTHING;
        }
        int lines = store.journalLinesBefore(collection, oldest).orElse(0);
        return lines == 0 ? Expired.NOTHING : new Expired(lines, List.of(new StateChange.ForgetJournalBefore(oldest)));
    }

    private static long day(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), DAY.toSeconds());
    }
}
