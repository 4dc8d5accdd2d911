package io.github.crosstie.engagement.apply;

import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.engagement.guard.DemotionGuard;
import io.github.crosstie.engagement.plan.UserChange;
import io.github.crosstie.engagement.state.LedgerStore;
import io.github.crosstie.engagement.state.Removal;
import io.github.crosstie.engagement.state.RemovalKind;
import io.github.crosstie.engagement.state.UnitLedger;
import io.github.crosstie.fault.FencedException;
import io.github.crosstie.state.ReleaseToken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a run notes in its unit's ledger: every note ends the run if somebody else has changed the ledger meanwhile. */
final class LedgerNotes {

    private final BusinessUnit unit;
    private final LedgerStore ledgers;
    private final DemotionGuard demotions;
    private final Clock clock;

    LedgerNotes(BusinessUnit unit, LedgerStore ledgers, DemotionGuard demotions, Clock clock) {
        this.unit = unit;
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
        UnitLedger before = ledgers.read(unit.id());
        UnitLedger noted = before.writing(removals(changes, released), clock.instant(), longestWindow());
        replace(before, noted);
        return () -> replace(noted, before);
    }

    void spend(ReleaseToken token) {
        UnitLedger before = ledgers.read(unit.id());
        replace(before, before.spending(token));
    }

    private void replace(UnitLedger before, UnitLedger after) {
        if (!ledgers.replace(unit.id(), before, after)) {
            throw new FencedException("business unit " + unit.id()
                    + ": another run has changed its ledger meanwhile; let that one finish, then run again");
        }
    }

    /** Those that somebody released do not count. */
    private List<Removal> removals(List<UserChange> changes, Set<UserChange> released) {
        Instant now = clock.instant();
        List<UserChange> counted =
                changes.stream().filter(change -> !released.contains(change)).toList();
        int recyclings = (int)
                counted.stream().filter(UserChange.Recycle.class::isInstance).count();
        int demoted = (int) counted.stream()
                .filter(change -> change instanceof UserChange.Update update && demotions.isDemotion(update))
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
