package io.github.crosstie.state;

import io.github.crosstie.item.ItemVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be written or read: it is left alone until its next try, or until it or its counterpart changes, and the
 * rest of the mailbox goes on (S15).
 *
 * @param key the record
 * @param version its version when it failed; null if it was gone, or nobody knows
 * @param counterpart the record that it is linked to; null if none
 * @param counterpartVersion the counterpart's version; null if it was gone, or nobody knows
 * @param reason why
 * @param code the other system's own code, for people to look up
 * @param message what is wrong and what to do, without the record's contents
 * @param attempts how often it failed in this version; 1 or more
 * @param nextTry the earliest moment of the next try
 */
public record QuarantineEntry(
        RecordKey key,
        @Nullable ItemVersion version,
        @Nullable RecordKey counterpart,
        @Nullable ItemVersion counterpartVersion,
        QuarantineReason reason,
        String code,
        String message,
        int attempts,
        Instant nextTry) {

    /**
     * Requires all parts but versions and counterpart.
     *
     * @throws IllegalArgumentException if it never failed
     */
    public QuarantineEntry {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(nextTry, "nextTry");
        if (attempts < 1) {
            throw new IllegalArgumentException(
                    "quarantine of " + key + " after " + attempts + " attempts: use 1 or more");
        }
    }

    /**
     * The same after one more failure.
     *
     * @param attempts how often it has failed by now
     * @param nextTry the earliest moment of the next try
     * @return a changed copy
     */
    public QuarantineEntry again(int attempts, Instant nextTry) {
        return new QuarantineEntry(
                key, version, counterpart, counterpartVersion, reason, code, message, attempts, nextTry);
    }

    /**
     * The same until another moment.
     *
     * @param moment the earliest moment of the next try
     * @return a changed copy
     */
    public QuarantineEntry until(Instant moment) {
        return again(attempts, moment);
    }

    /**
     * The records that are left alone.
     *
     * @return their keys, one or two
     */
    public List<RecordKey> records() {
        List<RecordKey> records = new ArrayList<>(List.of(key));
        if (counterpart != null) {
            records.add(counterpart);
        }
        return records;
    }

    /**
     * Whether it is to be left alone still.
     *
     * @param state what has been observed of its records
     * @param now the present moment
     * @return true if its time has not come and neither record has changed
     */
    public boolean rests(CollectionState state, Instant now) {
        if (!now.isBefore(nextTry)) {
            return false;
        }
        return reason == QuarantineReason.DEFERRED
                || !(isNews(state.observation(key), version)
                        || (counterpart != null && isNews(state.observation(counterpart), counterpartVersion)));
    }

    private static boolean isNews(@Nullable Observation observed, @Nullable ItemVersion known) {
        if (observed == null) {
            return false;
        }
        if (observed.version() != null) {
            return !observed.version().equals(known);
        }
        return observed.removal() != null && known != null;
    }

    /**
     * Whether it failed in the same versions as another one did.
     *
     * @param other the other entry
     * @return true if nothing about the records has changed in between
     */
    public boolean isOfSameVersions(QuarantineEntry other) {
        return key.equals(other.key)
                && Objects.equals(version, other.version)
                && Objects.equals(counterpart, other.counterpart)
                && Objects.equals(counterpartVersion, other.counterpartVersion);
    }
}
