package io.github.crosstie.state;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a collection keeps so that trouble stays small: deletions made and held, quarantine, and the pause of the whole. */
final class Safeguards {

    private final ForkingMap<LinkId, DeletionLine> deletions;
    private final ForkingMap<RecordKey, QuarantineEntry> quarantine;
    private Hold hold;
    private @Nullable Pause pause;

    Safeguards() {
        this(new ForkingMap<>(), new ForkingMap<>(), Hold.none(), null);
    }

    private Safeguards(
            ForkingMap<LinkId, DeletionLine> deletions,
            ForkingMap<RecordKey, QuarantineEntry> quarantine,
            Hold hold,
            @Nullable Pause pause) {
        this.deletions = deletions;
        this.quarantine = quarantine;
        this.hold = hold;
        this.pause = pause;
    }

    Safeguards fork() {
        return new Safeguards(deletions.fork(), quarantine.fork(), hold, pause);
    }

    /** Makes a change; false if it is none of these. */
    boolean apply(StateChange change) {
        if (change instanceof StateChange.LogDeletion log) {
            deletions.put(log.line().link(), log.line());
        } else if (change instanceof StateChange.ForgetDeletion forget) {
            deletions.remove(forget.link());
        } else if (change instanceof StateChange.ForgetDeletionsBefore forget) {
            List.copyOf(deletions.values()).stream()
                    .filter(line -> line.at().isBefore(forget.moment()))
                    .forEach(line -> deletions.remove(line.link()));
        } else if (change instanceof StateChange.PutHold put) {
            hold = put.hold();
        } else if (change instanceof StateChange.PutQuarantine put) {
            quarantine.put(put.entry().key(), put.entry());
        } else if (change instanceof StateChange.RemoveQuarantine remove) {
            quarantine.remove(remove.key());
        } else if (change instanceof StateChange.PutPause put) {
            pause = put.pause();
        } else if (change instanceof StateChange.RemovePause) {
            pause = null;
        } else {
            return false;
        }
        return true;
    }

    Collection<DeletionLine> deletions() {
        return Collections.unmodifiableCollection(deletions.values());
    }

    int deletionsSince(Instant moment) {
        return (int) deletions.values().stream()
                .filter(line -> !line.at().isBefore(moment))
                .count();
    }

    Hold hold() {
        return hold;
    }

    Collection<QuarantineEntry> quarantine() {
        return Collections.unmodifiableCollection(quarantine.values());
    }

    @Nullable
    QuarantineEntry quarantine(RecordKey key) {
        return quarantine.get(key);
    }

    @Nullable
    Pause pause() {
        return pause;
    }
}
