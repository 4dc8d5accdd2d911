package io.github.crosstie.engagement.internal.apply;

import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.engagement.guard.DemotionGuard;
import io.github.crosstie.engagement.plan.UserChange;
import io.github.crosstie.engagement.state.LedgerStore;
import io.github.crosstie.engagement.state.Removal;
import io.github.crosstie.engagement.state.RemovalKind;
import io.github.crosstie.engagement.state.UnitLedger;
import io.github.crosstie.engagement.user.EngagementUserId;
import io.github.crosstie.fault.FencedException;
import io.github.crosstie.state.ReleaseToken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a run notes in its unit's ledger. Every note ends the run if somebody else has changed the ledger since the run
 * read it first: what it knows of the unit may not hold any more. Not thread-safe.
 */
final class LedgerNotes {

    private final BusinessUnit unit;
    private final LedgerStore ledgers;
    private final DemotionGuard demotions;
    private final Clock clock;

    /** Whom this run restored, or tried to, until now. */
    private final Set<EngagementUserId> restored = new HashSet<>();

    /** As this run read it, or left it. */
    private UnitLedger last;

    LedgerNotes(BusinessUnit unit, UnitLedger read, LedgerStore ledgers, DemotionGuard demotions, Clock clock) {
        this.unit = unit;
        last = read;
        this.ledgers = ledgers;
        this.demotions = demotions;
        this.clock = clock;
    }

    /**
     * Notes that changes are about to be written.
     *
     * @return what takes the note back if nothing was sent
     */
    Runnable writing(List<UserChange> changes, Set<UserChange> released) {
        UnitLedger before = last;
        Instant now = later();
        replaceBy(before.writing(removals(changes, released, now), now, longestWindow()));
        return () -> replaceBy(before);
    }

    /**
     * Notes that the system has ended writing, for all one knows: it may have begun long after the note that went
     * before.
     */
    void ended() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant noted = last.lastWriteAt();
        if (noted == null || now.isAfter(noted)) {
            replaceBy(last.writing(List.of(), now, longestWindow()));
        }
    }

    /** No two notes of a unit are alike, however fast they follow: by that one run notices the other. */
    private Instant later() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant before = last.lastWriteAt();
        return before == null || now.isAfter(before) ? now : before.plusMillis(1);
    }

    void spend(ReleaseToken token) {
        replaceBy(last.spending(token));
    }

    private void replaceBy(UnitLedger next) {
        if (!ledgers.replace(unit.id(), last, next)) {
            throw new FencedException("business unit " + unit.id()
                    + ": another run has changed its ledger meanwhile; let that one finish, then run again");
        }
        last = next;
    }

    /** Those that somebody released do not count. */
    private List<Removal> removals(List<UserChange> changes, Set<UserChange> released, Instant now) {
        List<UserChange> counted =
                changes.stream().filter(change -> !released.contains(change)).toList();
        int recyclings = (int)
                counted.stream().filter(UserChange.Recycle.class::isInstance).count();
        for (UserChange change : changes) {
            if (change instanceof UserChange.Restore restore) {
                restored.add(restore.target());
            }
        }
        int demoted = (int) counted.stream()
                .filter(change -> demotions.isDemotion(change, restored))
                .count();
        List<Removal> removals = new ArrayList<>();
        if (recyclings > 0) {
            removals.add(new Removal(RemovalKind.RECYCLING, recyclings, now));
        }
        if (demoted > 0) {
            removals.add(new Removal(RemovalKind.DEMOTION, demoted, now));
        }
        return removals;
    }

    private Duration longestWindow() {
        Duration recyclings = unit.deletionGuard().window();
        Duration other = demotions.limit().window();
        return recyclings.compareTo(other) > 0 ? recyclings : other;
    }
}
