package io.github.crosstie.engagement.user;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The values of some fields of a user. A field without a value is one that is empty: blank texts count as none.
 * Immutable and thread-safe; {@link #toString} names the fields alone, as the values are personal data.
 */
public final class UserValues {

    /** No field has a value. */
    public static final UserValues NONE = new UserValues(new EnumMap<>(UserField.class));

    private final EnumMap<UserField, String> values;

    private UserValues(EnumMap<UserField, String> values) {
        this.values = values;
    }

    /**
     * Values by field.
     *
     * @param values the values; blank ones count as none
     * @return the same as an immutable value
     */
    public static UserValues of(Map<UserField, String> values) {
        EnumMap<UserField, String> kept = new EnumMap<>(UserField.class);
        values.forEach((field, value) -> {
            if (!value.isBlank()) {
                kept.put(field, value);
            }
        });
        return new UserValues(kept);
    }

    /**
     * The value of a field.
     *
     * @param field the field
     * @return the value, or empty if it has none
     */
    public Optional<String> get(UserField field) {
        return Optional.ofNullable(values.get(field));
    }

    /**
     * The value of a field, for bulk readers.
     *
     * @param field the field
     * @return the value, or null if it has none
     */
    public @Nullable String value(UserField field) {
        return values.get(field);
    }

    /**
     * The same with another value of one field.
     *
     * @param field the field
     * @param value the value; null or blank for none
     * @return this if nothing has changed, else a changed copy
     */
    public UserValues with(UserField field, @Nullable String value) {
        @Nullable String kept = value == null || value.isBlank() ? null : value;
        if (Objects.equals(kept, values.get(field))) {
            return this;
        }
        EnumMap<UserField, String> changed = new EnumMap<>(values);
        if (kept == null) {
            changed.remove(field);
        } else {
            changed.put(field, kept);
        }
        return new UserValues(changed);
    }

    /**
     * The values by field.
     *
     * @return an unmodifiable map of the fields that have a value, in the order of the fields
     */
    public Map<UserField, String> asMap() {
        return Collections.unmodifiableMap(values);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UserValues that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return "UserValues" + values.keySet();
    }
}
