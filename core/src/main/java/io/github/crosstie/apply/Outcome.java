package io.github.crosstie.apply;

import io.github.crosstie.configuration.ScopeSettings;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.plan.PlannedChange;
import io.github.crosstie.plan.Skip;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.state.ReleaseToken;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What became of one change, one skipped record or the whole round (S19). */
public sealed interface Outcome {

    /**
     * What became of it, for programs.
     *
     * @return the code
     */
    OutcomeCode code();

    /**
     * The records concerned.
     *
     * @return their keys; none if the whole round is concerned
     */
    List<RecordKey> records();

    /** An outcome of a planned change, done or not. */
    sealed interface OfChange extends Outcome {

        /**
         * What was planned.
         *
         * @return the change
         */
        PlannedChange change();

        @Override
        default List<RecordKey> records() {
            return change().records();
        }
    }

    /**
     * Done.
     *
     * @param change the change
     * @param records the records concerned, one that was created included
     */
    record Applied(PlannedChange change, List<RecordKey> records) implements OfChange {
        /** Copies the records. */
        public Applied {
            Objects.requireNonNull(change, "change");
            records = List.copyOf(records);
        }

        @Override
        public OutcomeCode code() {
            if (change instanceof PlannedChange.Detach) {
                return OutcomeCode.DETACHED;
            }
            if (change instanceof PlannedChange.Create create && create.isRestoration()) {
                return OutcomeCode.RESTORED_AGAINST_DELETION;
            }
            boolean overwrote = change instanceof PlannedChange.Update update
                    && !update.conflicts().isEmpty();
            boolean deleted = change instanceof PlannedChange.Delete delete
                    && !delete.conflicts().isEmpty();
            return overwrote || deleted ? OutcomeCode.CONFLICT_RESOLVED : OutcomeCode.DONE;
        }
    }

    /**
     * Not done: the record changed or vanished after it was read. It is read again and planned anew.
     *
     * @param change the change
     */
    record Overtaken(PlannedChange change) implements OfChange {
        /** Requires the change. */
        public Overtaken {
            Objects.requireNonNull(change, "change");
        }

        @Override
        public OutcomeCode code() {
            return OutcomeCode.CHANGED_MEANWHILE;
        }
    }

    /**
     * Not done: a change of a stored plan of which something that it is based on is not so any more (G1). The next round plans anew
     * what is left of it.
     *
     * @param change the change
     * @param reason what does not hold any more, without values of the records
     */
    record NoLongerHolds(PlannedChange change, String reason) implements OfChange {
        /** Requires both parts. */
        public NoLongerHolds {
            Objects.requireNonNull(change, "change");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public OutcomeCode code() {
            return OutcomeCode.PLAN_OUTDATED;
        }
    }

    /**
     * Not done: the system refuses it. The next round tries again.
     *
     * @param change the change
     * @param systemCode the system's own code
     * @param message what is wrong and what to do
     * @param permanent whether the same write will be refused again
     */
    record Refused(PlannedChange change, String systemCode, String message, boolean permanent) implements OfChange {
        /** Requires all parts. */
        public Refused {
            Objects.requireNonNull(change, "change");
            Objects.requireNonNull(systemCode, "systemCode");
            Objects.requireNonNull(message, "message");
        }

        @Override
        public OutcomeCode code() {
            return OutcomeCode.VALIDATION_REJECTED;
        }
    }

    /**
     * Not done: the system asks to try later.
     *
     * @param change the change
     * @param until the earliest moment
     */
    record PutOff(PlannedChange change, Instant until) implements OfChange {
        /** Requires both parts. */
        public PutOff {
            Objects.requireNonNull(change, "change");
            Objects.requireNonNull(until, "until");
        }

        @Override
        public OutcomeCode code() {
            return OutcomeCode.THROTTLED;
        }
    }

    /**
     * Done or not: the answer was lost. The next round finds out before it writes again.
     *
     * @param change the change
     * @param cause what happened
     */
    record Unanswered(PlannedChange change, String cause) implements OfChange {
        /** Requires both parts. */
        public Unanswered {
            Objects.requireNonNull(change, "change");
            Objects.requireNonNull(cause, "cause");
        }

        @Override
        public OutcomeCode code() {
            return OutcomeCode.ANSWER_LOST;
        }
    }

    /**
     * Left alone for a reason.
     *
     * @param skip what and why
     */
    record Skipped(Skip skip) implements Outcome {
        /** Requires the skip. */
        public Skipped {
            Objects.requireNonNull(skip, "skip");
        }

        @Override
        public OutcomeCode code() {
            return skip.code();
        }

        @Override
        public List<RecordKey> records() {
            return skip.records();
        }
    }

    /**
     * A deletion that waits for a release.
     *
     * @param held the deletion and why
     */
    record Withheld(PlannedChange.Held held) implements Outcome {
        /** Requires the deletion. */
        public Withheld {
            Objects.requireNonNull(held, "held");
        }

        @Override
        public OutcomeCode code() {
            return OutcomeCode.DELETIONS_HELD;
        }

        @Override
        public List<RecordKey> records() {
            return held.records();
        }
    }

    /**
     * Records wait outside the cap (S16).
     *
     * @param cap how many are synced at most
     * @param waiting how many wait; the next enters when one leaves
     */
    record Capped(int cap, int waiting) implements Outcome {
        @Override
        public OutcomeCode code() {
            return OutcomeCode.CAP_REACHED;
        }

        @Override
        public List<RecordKey> records() {
            return List.of();
        }
    }

    /**
     * A release was used: its token is spent (S13).
     *
     * @param token the token
     * @param size how many deletions it was given for
     * @param made how many of them this round has made, each after a fresh look at both records
     */
    record Released(ReleaseToken token, int size, int made) implements Outcome {
        /** Requires the token. */
        public Released {
            Objects.requireNonNull(token, "token");
        }

        /**
         * What became of the release, for people.
         *
         * @return the text
         */
        public String message() {
            String all = "of " + size + " deletions that token " + token + " stood for, " + made + " were made";
            return made == size
                    ? all
                    : all
                            + "; the others had changed since, failed, or were made before: what is still to be deleted of"
                            + " them is held under a new token";
        }

        @Override
        public OutcomeCode code() {
            return OutcomeCode.DELETIONS_RELEASED;
        }

        @Override
        public List<RecordKey> records() {
            return List.of();
        }
    }

    /**
     * The round ended early, with its progress kept.
     *
     * @param code why, for programs
     * @param message why and what to do, for people
     * @param retryAt the earliest moment of the next round; null if nobody said
     */
    record Stopped(
            OutcomeCode code, String message, @Nullable Instant retryAt) implements Outcome {
        /** Requires code and message. */
        public Stopped {
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(message, "message");
        }

        @Override
        public List<RecordKey> records() {
            return List.of();
        }
    }

    /**
     * The round is through, but the store did not take its lease back. Nothing is lost: the lease runs out by itself, and what goes
     * with its end (a place in a change stream from which nothing new was told, the last success) is told again by the next round.
     *
     * @param message what happened and how long it matters, for people
     */
    record Unreleased(String message) implements Outcome {
        /** Requires the message. */
        public Unreleased {
            Objects.requireNonNull(message, "message");
        }

        @Override
        public OutcomeCode code() {
            return OutcomeCode.LEASE_NOT_RELEASED;
        }

        @Override
        public List<RecordKey> records() {
            return List.of();
        }
    }

    /**
     * A side is not the one that was synced before: created anew, or another one. Its records look for their counterparts (F9).
     *
     * @param side which side
     * @param hints how many former links may help
     */
    record Relinking(Side side, int hints) implements Outcome {
        /** Requires the side. */
        public Relinking {
            Objects.requireNonNull(side, "side");
        }

        @Override
        public OutcomeCode code() {
            return OutcomeCode.RELINKING;
        }

        @Override
        public List<RecordKey> records() {
            return List.of();
        }
    }

    /**
     * The settings are not those of the last round (S14): everything is looked at again, and what leaves by the change goes by the
     * configuration's policy.
     *
     * @param parts what changed
     */
    record SettingsChanged(Set<ScopeSettings.Part> parts) implements Outcome {
        /** Copies the parts. */
        public SettingsChanged {
            parts = Collections.unmodifiableSet(new TreeSet<>(parts));
        }

        @Override
        public OutcomeCode code() {
            return OutcomeCode.SETTINGS_CHANGED;
        }

        @Override
        public List<RecordKey> records() {
            return List.of();
        }
    }

    /**
     * The user was reset (S20): no record was touched, and the next round links anew.
     *
     * @param counts how much it concerned
     */
    record WasReset(ResetCounts counts) implements Outcome {
        /** Requires the counts. */
        public WasReset {
            Objects.requireNonNull(counts, "counts");
        }

        @Override
        public OutcomeCode code() {
            return OutcomeCode.DONE;
        }

        @Override
        public List<RecordKey> records() {
            return List.of();
        }
    }
}
