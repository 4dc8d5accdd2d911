package io.github.crosstie.engagement.plan;

import io.github.crosstie.directory.UserId;
import io.github.crosstie.engagement.connector.UserWriteKind;
import io.github.crosstie.engagement.user.Difference;
import io.github.crosstie.engagement.user.EngagementUserId;
import io.github.crosstie.engagement.user.UserField;
import io.github.crosstie.engagement.user.UserValues;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One planned change to the users of a business unit. Each can be turned back; turned back twice it is the same again.
 */
public sealed interface UserChange {

    /**
     * What is written.
     *
     * @return the kind
     */
    UserWriteKind kind();

    /**
     * The CRM user whom it is about.
     *
     * @return the user
     */
    UserId user();

    /**
     * The user of the unit whom it changes.
     *
     * @return the id; null for a user that this plan, or the one that it turns back, makes
     */
    @Nullable
    EngagementUserId target();

    /**
     * Why.
     *
     * @return the reason
     */
    Reason reason();

    /**
     * The way back.
     *
     * @return the change that undoes this one
     */
    UserChange inverse();

    /**
     * Whether the user's e-mail address changes, which is also where mail is sent from and notifications go to (U11).
     *
     * @return true if it does
     */
    default boolean changesEmailAddress() {
        return false;
    }

    /**
     * A new user.
     *
     * @param user the CRM user
     * @param values the values
     * @param reason why
     */
    record Create(UserId user, UserValues values, Reason reason) implements UserChange {
        /** Requires all parts. */
        public Create {
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(values, "values");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public UserWriteKind kind() {
            return UserWriteKind.CREATE;
        }

        @Override
        public @Nullable EngagementUserId target() {
            return null;
        }

        @Override
        public UserChange inverse() {
            return new Recycle(user, null, values, reason);
        }
    }

    /**
     * Other values for a live user.
     *
     * @param user the CRM user
     * @param target the user of the unit
     * @param difference what changes, with the values that it presumes
     * @param reason why
     */
    record Update(UserId user, EngagementUserId target, Difference difference, Reason reason) implements UserChange {
        /**
         * Requires all parts.
         *
         * @throws IllegalArgumentException if nothing changes
         */
        public Update {
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(target, "target");
            Objects.requireNonNull(reason, "reason");
            if (difference.isEmpty()) {
                throw new IllegalArgumentException("update of user " + target + " changes nothing; leave it out");
            }
        }

        @Override
        public UserWriteKind kind() {
            return UserWriteKind.UPDATE;
        }

        @Override
        public UserChange inverse() {
            return new Update(user, target, difference.inverse(), reason);
        }

        @Override
        public boolean changesEmailAddress() {
            return difference.get(UserField.EMAIL_ADDRESS).isPresent();
        }
    }

    /**
     * A user out of the recycle bin, with the values that it had.
     *
     * @param user the CRM user
     * @param target the user of the unit
     * @param values the values that it has in the bin
     * @param reason why
     */
    record Restore(UserId user, EngagementUserId target, UserValues values, Reason reason) implements UserChange {
        /** Requires all parts. */
        public Restore {
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(target, "target");
            Objects.requireNonNull(values, "values");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public UserWriteKind kind() {
            return UserWriteKind.RESTORE;
        }

        @Override
        public UserChange inverse() {
            return new Recycle(user, target, values, reason);
        }
    }

    /**
     * A live user into the recycle bin.
     *
     * @param user the CRM user
     * @param target the user of the unit; null for the one that was made for the CRM user by the plan that this turns
     *     back
     * @param values the values that it has
     * @param reason why
     */
    record Recycle(UserId user, @Nullable EngagementUserId target, UserValues values, Reason reason)
            implements UserChange {
        /** Requires all parts but the target. */
        public Recycle {
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(values, "values");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public UserWriteKind kind() {
            return UserWriteKind.RECYCLE;
        }

        @Override
        public UserChange inverse() {
            return target == null ? new Create(user, values, reason) : new Restore(user, target, values, reason);
        }
    }
}
