package io.github.crosstie.engagement.connector;

import io.github.crosstie.engagement.user.Difference;
import io.github.crosstie.engagement.user.EngagementUserId;
import io.github.crosstie.engagement.user.UserValues;
import java.util.Objects;

/** One write to the users of a business unit. */
public sealed interface UserWrite {

    /**
     * What is written.
     *
     * @return the kind, one of those that the system declared
     */
    UserWriteKind kind();

    /**
     * A new user. It is known again by its Salesforce id after an answer was lost.
     *
     * @param values its values: Salesforce id, CRM username, e-mail address and role among them
     */
    record Create(UserValues values) implements UserWrite {
        /** Requires the values. */
        public Create {
            Objects.requireNonNull(values, "values");
        }

        @Override
        public UserWriteKind kind() {
            return UserWriteKind.CREATE;
        }
    }

    /**
     * Other values of a live user.
     *
     * @param id who
     * @param difference the fields to write, each with the value that it is presumed to have: a system that can,
     *     answers {@link UserWriteOutcome.Conflict} if one has another
     */
    record Update(EngagementUserId id, Difference difference) implements UserWrite {
        /** Requires both. */
        public Update {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(difference, "difference");
        }

        @Override
        public UserWriteKind kind() {
            return UserWriteKind.UPDATE;
        }
    }

    /**
     * A live user into the recycle bin.
     *
     * @param id who
     */
    record Recycle(EngagementUserId id) implements UserWrite {
        /** Requires the id. */
        public Recycle {
            Objects.requireNonNull(id, "id");
        }

        @Override
        public UserWriteKind kind() {
            return UserWriteKind.RECYCLE;
        }
    }

    /**
     * A user out of the recycle bin, with the values that it had.
     *
     * @param id who
     */
    record Restore(EngagementUserId id) implements UserWrite {
        /** Requires the id. */
        public Restore {
            Objects.requireNonNull(id, "id");
        }

        @Override
        public UserWriteKind kind() {
            return UserWriteKind.RESTORE;
        }
    }
}
