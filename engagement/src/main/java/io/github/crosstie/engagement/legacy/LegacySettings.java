package io.github.crosstie.engagement.legacy;

import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.configuration.ProfileRoleMapping;
import io.github.crosstie.directory.UserId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a business unit synced users before it had assignment sets.
 *
 * @param unit which unit
 * @param name its name
 * @param creator the admin who created it; null if not known
 * @param mapping which role followed from which profile
 * @param profilesAssign whether everybody with a mapped profile was synced
 * @param roleRule when the role followed the mapping
 * @param matching what became of users who had the e-mail address or CRM username already
 */
public record LegacySettings(
        BusinessUnitId unit,
        String name,
        @Nullable UserId creator,
        ProfileRoleMapping mapping,
        boolean profilesAssign,
        RoleRule roleRule,
        Matching matching) {

    /** When the role followed the mapping. */
    public enum RoleRule {
        /** With every change of the profile, as today. */
        ALWAYS,
        /** When a user was created; later it could be edited in the unit. */
        ON_CREATION
    }

    /** What became of users who had the e-mail address or CRM username already. */
    public enum Matching {
        /** They were left alone, and nobody was created, as today. */
        SKIP,
        /** They were linked to the CRM user. */
        LINK
    }

    /** Requires all parts but the creator. */
    public LegacySettings {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(mapping, "mapping");
        Objects.requireNonNull(roleRule, "roleRule");
        Objects.requireNonNull(matching, "matching");
    }
}
