package io.github.crosstie.engagement.apply;

import io.github.crosstie.configuration.Spelling;
import io.github.crosstie.engagement.plan.HoldCause;
import io.github.crosstie.engagement.plan.UserChange;
import io.github.crosstie.engagement.user.EngagementUserId;
import io.github.crosstie.engagement.user.UserField;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What came of one planned change. */
public sealed interface ChangeOutcome {

    /**
     * The change.
     *
     * @return the change as it was planned
     */
    UserChange change();

    /**
     * What came of it and what to do, for people.
     *
     * @return one sentence without personal data
     */
    String message();

    /**
     * Whether nothing more comes of it: neither this run nor a repeated one has anything left to do.
     *
     * @return false if the same plan is worth another run
     */
    default boolean isFinal() {
        return true;
    }

    /**
     * Whether it is there now, by this run or before.
     *
     * @return false if it was not made, or nobody knows
     */
    default boolean isMade() {
        return false;
    }

    /**
     * What the change asks for and the system does not carry: people set it by hand, and nobody compares it.
     *
     * @return the fields; empty for most
     */
    default Set<UserField> notCarried() {
        return Set.of();
    }

    /**
     * Written.
     *
     * @param change the change
     * @param id the user of the unit
     * @param notCarried fields of a new user that the system does not take
     */
    record Made(UserChange change, EngagementUserId id, Set<UserField> notCarried) implements ChangeOutcome {
        /** Copies the fields. */
        public Made {
            Objects.requireNonNull(change, "change");
            Objects.requireNonNull(id, "id");
            notCarried = Set.copyOf(notCarried);
        }

        @Override
        public boolean isMade() {
            return true;
        }

        @Override
        public String message() {
            return "made" + byHand(notCarried);
        }
    }

    /**
     * Found to be so already: nothing was written.
     *
     * @param change the change
     * @param notCarried fields of a new user that the system does not show, so that nobody knows whether they were set
     */
    record AlreadyMade(UserChange change, Set<UserField> notCarried) implements ChangeOutcome {
        /** Copies the fields. */
        public AlreadyMade {
            Objects.requireNonNull(change, "change");
            notCarried = Set.copyOf(notCarried);
        }

        @Override
        public boolean isMade() {
            return true;
        }

        @Override
        public String message() {
            return "was made already" + byHand(notCarried);
        }
    }

    private static String byHand(Set<UserField> fields) {
        return fields.isEmpty()
                ? ""
                : ", but for " + fields.stream().sorted().map(Spelling::of).collect(Collectors.joining(", "))
                        + ": the system takes no such field from a program; set it by hand";
    }

    /**
     * What the change presumes does not hold any more: nothing was written.
     *
     * @param change the change
     * @param message what has changed; plan again
     */
    record Outdated(UserChange change, String message) implements ChangeOutcome {
        /** Requires both. */
        public Outdated {
            Objects.requireNonNull(change, "change");
            Objects.requireNonNull(message, "message");
        }
    }

    /**
     * The system refuses it.
     *
     * @param change the change
     * @param code the system's own code
     * @param message what it says and what to do
     * @param permanent whether it can never succeed as it is
     */
    record Refused(UserChange change, String code, String message, boolean permanent) implements ChangeOutcome {
        /** Requires change, code and message. */
        public Refused {
            Objects.requireNonNull(change, "change");
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(message, "message");
        }

        @Override
        public boolean isFinal() {
            return permanent;
        }
    }

    /**
     * A guard holds it, as things are now.
     *
     * @param change the change
     * @param cause which guard
     * @param message why, and what to do
     */
    record Held(UserChange change, HoldCause cause, String message) implements ChangeOutcome {
        /** Requires all parts. */
        public Held {
            Objects.requireNonNull(change, "change");
            Objects.requireNonNull(cause, "cause");
            Objects.requireNonNull(message, "message");
        }
    }

    /**
     * The system does not take such a write: it belongs on the list of changes for people.
     *
     * @param change the change
     */
    record NotSupported(UserChange change) implements ChangeOutcome {
        /** Requires the change. */
        public NotSupported {
            Objects.requireNonNull(change, "change");
        }

        @Override
        public String message() {
            return "the system takes no such write from a program; export the list of changes and make it by hand";
        }
    }

    /**
     * Not written, or nobody knows whether it was: run the same plan again.
     *
     * @param change the change
     * @param message why
     * @param retryAt from when on a run may succeed; null for at once
     */
    record Unfinished(
            UserChange change, String message, @Nullable Instant retryAt) implements ChangeOutcome {
        /** Requires change and message. */
        public Unfinished {
            Objects.requireNonNull(change, "change");
            Objects.requireNonNull(message, "message");
        }

        @Override
        public boolean isFinal() {
            return false;
        }
    }
}
