package io.github.crosstie.engagement.planner;

import io.github.crosstie.engagement.guard.DemotionGuard;
import io.github.crosstie.engagement.user.EngagementUserId;
import io.github.crosstie.engagement.user.FieldMap;
import java.util.Objects;

/**
 * How User Sync goes about it.
 *
 * @param fields which values users get
 * @param demotions when changes of role that take something away are held
 * @param swaps what happens when users want each other's e-mail addresses
 * @param parkingDomain the domain of parked addresses; one that no mail server answers for
 */
public record UserSyncSettings(FieldMap fields, DemotionGuard demotions, SwapPolicy swaps, String parkingDomain) {

    /** Every field, the default guard, and one address parked under {@code parked.invalid} where users swap theirs. */
    public static final UserSyncSettings DEFAULT =
            new UserSyncSettings(FieldMap.DEFAULT, DemotionGuard.DEFAULT, SwapPolicy.PARK, "parked.invalid");

    /**
     * Checks the domain.
     *
     * @throws IllegalArgumentException if it is blank or holds an {@code @}
     */
    public UserSyncSettings {
        Objects.requireNonNull(fields, "fields");
        Objects.requireNonNull(demotions, "demotions");
        Objects.requireNonNull(swaps, "swaps");
        if (parkingDomain.isBlank() || parkingDomain.contains("@")) {
            throw new IllegalArgumentException(
                    "parking domain '" + parkingDomain + "': write a domain alone, such as parked.invalid");
        }
    }

    /**
     * The same with another field map.
     *
     * @param fields which values users get
     * @return a changed copy
     */
    public UserSyncSettings with(FieldMap fields) {
        return new UserSyncSettings(fields, demotions, swaps, parkingDomain);
    }

    /**
     * The same with another guard on demotions.
     *
     * @param demotions when changes of role that take something away are held
     * @return a changed copy
     */
    public UserSyncSettings with(DemotionGuard demotions) {
        return new UserSyncSettings(fields, demotions, swaps, parkingDomain);
    }

    /**
     * The same with another way to swap addresses.
     *
     * @param swaps what happens when users want each other's e-mail addresses
     * @return a changed copy
     */
    public UserSyncSettings with(SwapPolicy swaps) {
        return new UserSyncSettings(fields, demotions, swaps, parkingDomain);
    }

    /** The address that a user has for the time between. */
    String parkedAddress(EngagementUserId id) {
        return "parked-" + id + "@" + parkingDomain;
    }
}
