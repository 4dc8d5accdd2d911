package io.github.crosstie.engagement.legacy;

import java.util.Objects;

/**
 * A legacy setting that has no counterpart: what will be otherwise.
 *
 * @param setting which setting
 * @param users how many active CRM users have a profile that it is about; 0 where it is about whom the unit has
 * @param text what was, what is now, and what to do
 */
public record LegacyNote(Setting setting, int users, String text) {

    /** The settings without a counterpart. */
    public enum Setting {
        /** Profiles assigned users. */
        PROFILES_ASSIGN,
        /** The role followed the mapping at first only. */
        ROLE_ON_CREATION,
        /** Users with the same address or username were linked. */
        LINK_MATCHING,
        /** A profile of the mapping is not in the directory. */
        UNKNOWN_PROFILE
    }

    /** Requires setting and text. */
    public LegacyNote {
        Objects.requireNonNull(setting, "setting");
        Objects.requireNonNull(text, "text");
    }
}
