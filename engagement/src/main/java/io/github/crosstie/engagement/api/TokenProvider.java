package io.github.crosstie.engagement.api;

import org.jspecify.annotations.Nullable;

/**
 * Where access tokens come from; the host implements it. A token is one of Salesforce's, with the scope {@code
 * pardot_api}, of a user who is synced to the business unit and may view users.
 *
 * <p>Asked before each request, so keep a token as long as it lives. Called by the threads that list, several at a
 * time.
 */
@FunctionalInterface
public interface TokenProvider {

    /**
     * The token for the next request.
     *
     * @param refused the token that was refused just now: get a new one, unless somebody else has done so meanwhile;
     *     null if none was
     * @return the token; an equal one to the refused one if there is no better
     * @throws io.github.crosstie.fault.UnauthorizedException if there is none until a person does something
     * @throws io.github.crosstie.fault.UnavailableException if there is none for now; any other exception counts as
     *     this one
     */
    AccessToken fetch(@Nullable AccessToken refused);
}
