package io.github.crosstie.engagement.connector;

import io.github.crosstie.engagement.user.UserField;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a system can do with the users of its business units.
 *
 * @param fields the fields that a listing shows; others are neither compared nor written
 * @param writes what can be written; none for a system that can be read alone
 * @param writeBatch how many writes a call takes; 1 or more
 * @param staleness for how long a listing may still show what was there before a write; zero if it shows writes at once
 */
public record EngagementCapabilities(
        Set<UserField> fields, Set<UserWriteKind> writes, int writeBatch, Duration staleness) {

    /**
     * Copies the sets.
     *
     * @throws IllegalArgumentException if a number is out of range, or a field is missing by which users are known
     */
    public EngagementCapabilities {
        fields = Collections.unmodifiableSet(
                fields.isEmpty() ? EnumSet.noneOf(UserField.class) : EnumSet.copyOf(fields));
        writes = Collections.unmodifiableSet(
                writes.isEmpty() ? EnumSet.noneOf(UserWriteKind.class) : EnumSet.copyOf(writes));
        if (!fields.containsAll(
                EnumSet.of(UserField.SALESFORCE_ID, UserField.CRM_USERNAME, UserField.EMAIL_ADDRESS, UserField.ROLE))) {
            throw new IllegalArgumentException(
                    "capabilities without Salesforce id, CRM username, e-mail address or role: users"
                            + " cannot be known without them; list these fields too");
        }
        if (writeBatch < 1) {
            throw new IllegalArgumentException("capabilities with " + writeBatch + " writes a call: use 1 or more");
        }
        if (staleness.isNegative()) {
            throw new IllegalArgumentException("capabilities with staleness " + staleness + ": use zero or more");
        }
    }

    /**
     * A system that shows every field and takes no write: plans for it are verified and exported.
     *
     * @param staleness for how long a listing may still show what was there before a write
     * @return the capabilities
     */
    public static EngagementCapabilities readOnly(Duration staleness) {
        return new EngagementCapabilities(EnumSet.allOf(UserField.class), Set.of(), 1, staleness);
    }

    /**
     * A system that shows every field and takes every write.
     *
     * @param writeBatch how many writes a call takes
     * @param staleness for how long a listing may still show what was there before a write
     * @return the capabilities
     */
    public static EngagementCapabilities full(int writeBatch, Duration staleness) {
        return new EngagementCapabilities(
                EnumSet.allOf(UserField.class), EnumSet.allOf(UserWriteKind.class), writeBatch, staleness);
    }
}
