package io.github.crosstie.item;

import io.github.crosstie.fault.Incubating;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Stands in an {@link Item} in the place of a value that is not kept: a keyed digest of it, by which the value is recognised when
 * it is seen again, and from which it cannot be told. Made by a {@link ValueHasher}, which it keeps, so that it can be asked
 * without the key. Immutable, thread-safe.
 *
 * <p>Equal to another one of the same type and digest, and never to a value. {@link #toString} shows nothing of it.
 */
@Incubating
public final class HashedValue {

    private final FieldType type;
    private final String digest;
    private final @Nullable ValueHasher hasher;

    HashedValue(FieldType type, String digest, @Nullable ValueHasher hasher) {
        this.type = Objects.requireNonNull(type, "type");
        this.digest = Objects.requireNonNull(digest, "digest");
        this.hasher = hasher;
    }

    /**
     * A digest that was written down, where nobody has the key. It is equal to the one that was written, yet no value matches it;
     * whoever has the key reads it by {@link ValueHasher#parse}.
     *
     * @param type the type of the value
     * @param digest what {@link #digest} gave
     * @return the hashed value
     */
    public static HashedValue unkeyed(FieldType type, String digest) {
        return new HashedValue(type, digest, null);
    }

    /**
     * The type of the value.
     *
     * @return the type
     */
    public FieldType type() {
        return type;
    }

    /**
     * The digest as text, for whoever stores it: letters, digits and {@code - _ . , ; : = /} alone.
     *
     * @return the text, which {@link ValueHasher#parse} reads
     */
    public String digest() {
        return digest;
    }

    /**
     * Who made it.
     *
     * @return the hasher; null if nobody here has the key
     */
    public @Nullable ValueHasher hasher() {
        return hasher;
    }

    /**
     * Whether a value is the one that was hashed.
     *
     * @param value a value as an item has it, or null for none
     * @return false for any other value, for none, and for whatever is hashed itself
     */
    public boolean matches(@Nullable Object value) {
        return hasher != null
                && type.valueClass().isInstance(value)
                && hasher.makes(digest, type, Objects.requireNonNull(value));
    }

    /**
     * Whether a value is one that records count as equal by (S2): a text whatever its case and the blanks around it, a time
     * whatever its zone. Of other types, whether it is the value itself.
     *
     * @param value a value as an item has it, or null for none
     * @return true if it looks the same
     */
    public boolean resembles(@Nullable Object value) {
        return hasher != null
                && type.valueClass().isInstance(value)
                && ValueHasher.likeness(type, hasher.digest(type, Objects.requireNonNull(value)))
                        .equals(likeness());
    }

    /**
     * What {@link #resembles} compares: equal for all values that look the same.
     *
     * @return the digest, or a part of it
     */
    public String likeness() {
        return ValueHasher.likeness(type, digest);
    }

    /**
     * What is known of the value, once some values of today are: the value itself, if it is among them. Of a set, and of what is
     * said about the occurrences of a series, the parts that are found in any of them, spelled otherwise or not. A part that is found
     * in none counts as gone from both sides, which holds unless a side keeps it in a form of its own, as one that cuts texts does.
     *
     * @param candidates values as items have them, the one that stands in the place of the hashed one today first; nulls, and what is
     *     hashed itself, tell nothing
     * @return the value; or its known parts, null if there are none; or this, if nothing is known of it
     */
    public @Nullable Object recalled(List<? extends @Nullable Object> candidates) {
        if (hasher == null) {
            return isOfParts() ? null : this;
        }
        return switch (type) {
            case TEXT_SET -> new KnownParts(hasher, candidates).set(digest);
            case CANCELLED_OCCURRENCES -> new KnownParts(hasher, candidates).cancelled(digest);
            case OCCURRENCE_EXCEPTIONS -> new KnownParts(hasher, candidates).exceptions(digest);
            case TEXT, DATE, EVENT_TIME, SENSITIVITY, RECURRENCE -> whole(candidates);
        };
    }

    private boolean isOfParts() {
        return type == FieldType.TEXT_SET
                || type == FieldType.CANCELLED_OCCURRENCES
                || type == FieldType.OCCURRENCE_EXCEPTIONS;
    }

    private Object whole(List<? extends @Nullable Object> candidates) {
        for (Object candidate : candidates) {
            if (candidate != null && matches(candidate)) {
                return candidate;
            }
        }
        return this;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HashedValue that && type == that.type && digest.equals(that.digest);
    }

    @Override
    public int hashCode() {
        return digest.hashCode();
    }

    @Override
    public String toString() {
        return "HashedValue";
    }
}
