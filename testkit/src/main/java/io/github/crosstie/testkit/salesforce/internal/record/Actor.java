package io.github.crosstie.testkit.salesforce.internal.record;

/**
 * Who acts.
 *
 * @param userId the user
 * @param person whether it is a person at the user interface, whom the connected user's permissions do not concern
 * @param allowDuplicates whether they said that a likely duplicate is to be saved nevertheless
 */
public record Actor(String userId, boolean person, boolean allowDuplicates) {

    /** A person. */
    public static Actor person(String userId) {
        return new Actor(userId, true, true);
    }

    /** A client of the API. */
    public static Actor client(String userId) {
        return new Actor(userId, false, false);
    }

    /** The same, who saves likely duplicates. */
    public Actor allowingDuplicates() {
        return new Actor(userId, person, true);
    }
}
