package io.github.crosstie.engagement.connector;

import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.configuration.EngagementRole;
import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of a business unit: its users, and what its system can do with them.
 *
 * @param listing the users
 * @param capabilities what can be compared and written
 * @param roles the names of the roles that the unit has; null if the system cannot tell
 */
public record ObservedUnit(
        UnitListing listing,
        EngagementCapabilities capabilities,
        @Nullable Set<String> roles) {

    /** Copies the roles. */
    public ObservedUnit {
        Objects.requireNonNull(listing, "listing");
        Objects.requireNonNull(capabilities, "capabilities");
        roles = roles == null ? null : Collections.unmodifiableSet(new TreeSet<>(roles));
    }

    /**
     * Looks at a unit.
     *
     * @param unit which unit
     * @param endpoint its users
     * @param now the moment at which the listing begins
     * @return what was seen
     * @throws io.github.crosstie.fault.CrosstieException for whatever concerns the whole unit
     */
    public static ObservedUnit read(BusinessUnitId unit, UnitEndpoint endpoint, Instant now) {
        UnitListing listing = UnitListing.read(unit, endpoint, now);
        @Nullable Set<String> roles = endpoint.roles().map(ObservedUnit::names).orElse(null);
        return new ObservedUnit(listing, endpoint.capabilities(), roles);
    }

    private static Set<String> names(Set<EngagementRole> roles) {
        Set<String> names = new TreeSet<>();
        roles.forEach(role -> names.add(role.name()));
        return names;
    }

    /**
     * Whether the unit may have a role.
     *
     * @param role the role
     * @return false if the unit has told its roles and this is none of them
     */
    public boolean mayHave(EngagementRole role) {
        return roles == null || roles.contains(role.name());
    }
}
