package io.github.crosstie.engagement.user;

import io.github.crosstie.configuration.EngagementRole;
import io.github.crosstie.directory.User;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Which values of a CRM user a user of a business unit gets. The role is not among them: it is derived (U1 to U4).
 * Fields that a map does not hold are neither compared nor written. Immutable; thread-safe if its functions are.
 *
 * <pre>{@code
 * FieldMap map = FieldMap.DEFAULT
 *         .without(UserField.PHONE)                                        // people keep their own number
 *         .with(UserField.TITLE, user -> user.title().map(String::strip)); // or another source
 * }</pre>
 */
public final class FieldMap {

    private static final Set<UserField> LINKS = EnumSet.of(UserField.SALESFORCE_ID, UserField.CRM_USERNAME);

    /**
     * Every field, each from its namesake. The product requires a first name that the CRM does not: where it is
     * missing, the last name stands for it.
     */
    public static final FieldMap DEFAULT = new FieldMap(byDefault());

    private final Map<UserField, Function<User, Optional<String>>> sources;
    private final Set<UserField> fields;

    private FieldMap(Map<UserField, Function<User, Optional<String>>> sources) {
        this.sources = sources;
        Set<UserField> all = EnumSet.of(UserField.ROLE);
        all.addAll(sources.keySet());
        fields = Collections.unmodifiableSet(all);
    }

    private static Map<UserField, Function<User, Optional<String>>> byDefault() {
        Map<UserField, Function<User, Optional<String>>> sources = new EnumMap<>(UserField.class);
        sources.put(UserField.SALESFORCE_ID, user -> Optional.of(user.id().value()));
        sources.put(UserField.CRM_USERNAME, user -> Optional.of(user.username()));
        sources.put(UserField.EMAIL_ADDRESS, User::emailAddress);
        sources.put(
                UserField.FIRST_NAME,
                user -> user.firstName().filter(name -> !name.isBlank()).or(() -> Optional.of(user.lastName())));
        sources.put(UserField.LAST_NAME, user -> Optional.of(user.lastName()));
        sources.put(UserField.TITLE, User::title);
        sources.put(UserField.PHONE, User::phone);
        sources.put(UserField.TIME_ZONE, User::timeZone);
        return sources;
    }

    /**
     * The same with another source of a field.
     *
     * @param field the field
     * @param source gives the value; called from any thread, with active users alone
     * @return a changed copy
     * @throws IllegalArgumentException for the role, which is derived, and for Salesforce id and CRM username, which
     *     link
     */
    public FieldMap with(UserField field, Function<User, Optional<String>> source) {
        if (field == UserField.ROLE || LINKS.contains(field)) {
            throw new IllegalArgumentException(field
                    + " takes no other source: roles follow from sets and profiles, and users are linked by Salesforce"
                    + " id and CRM username; map another field");
        }
        Map<UserField, Function<User, Optional<String>>> changed = new EnumMap<>(sources);
        changed.put(field, Objects.requireNonNull(source, "source"));
        return new FieldMap(changed);
    }

    /**
     * The same without a field: it belongs to the people in the unit from then on.
     *
     * @param field the field
     * @return a changed copy
     * @throws IllegalArgumentException for the role and for fields by which users are known
     */
    public FieldMap without(UserField field) {
        if (field == UserField.ROLE || field == UserField.EMAIL_ADDRESS || LINKS.contains(field)) {
            throw new IllegalArgumentException(
                    field + " cannot be left out: users are known by it, or it is what User Sync is for");
        }
        Map<UserField, Function<User, Optional<String>>> changed = new EnumMap<>(sources);
        changed.remove(field);
        return new FieldMap(changed);
    }

    /**
     * The fields that are kept in step, the role among them.
     *
     * @return an unmodifiable set, in the order of the fields
     */
    public Set<UserField> fields() {
        return fields;
    }

    /**
     * The values that a user gets.
     *
     * @param user the CRM user
     * @param role the role, as derived
     * @return a value for each field of the map that has one
     */
    public UserValues values(User user, EngagementRole role) {
        Map<UserField, String> values = new EnumMap<>(UserField.class);
        sources.forEach((field, source) -> source.apply(user).ifPresent(value -> values.put(field, value)));
        values.put(UserField.ROLE, role.name());
        return UserValues.of(values);
    }
}
