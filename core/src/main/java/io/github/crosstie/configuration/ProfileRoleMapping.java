package io.github.crosstie.configuration;

import io.github.crosstie.directory.ProfileId;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Which role follows from which profile (U3). Each profile maps to one role, many profiles may share one; being in the table
 * assigns nobody.
 *
 * @param roles the table
 */
public record ProfileRoleMapping(Map<ProfileId, EngagementRole> roles) {

    /** No profile mapped: everybody in Marketing Users gets Marketing. */
    public static final ProfileRoleMapping EMPTY = new ProfileRoleMapping(Map.of());

    /** Copies the table. */
    public ProfileRoleMapping {
        roles = java.util.Collections.unmodifiableMap(new TreeMap<>(roles));
    }

    /**
     * The role of a profile.
     *
     * @param profile the profile
     * @return the mapped role; Marketing for an unmapped profile
     */
    public EngagementRole roleOf(ProfileId profile) {
        return roles.getOrDefault(Objects.requireNonNull(profile, "profile"), EngagementRole.MARKETING);
    }
}
