package io.github.crosstie.ews.auth;

import java.util.Optional;

/**
 * The sign-in of one request, from its first attempt to its last. Used by one thread at a time, for one request only.
 *
 * <p>Values of the {@code Authorization} header are secrets: whoever handles them keeps them out of messages and logs.
 */
public interface SignIn {

    /**
     * The header's value for the first attempt. Called once, before anything else.
     *
     * @return the value, scheme included
     * @throws io.github.crosstie.fault.UnauthorizedException if there are no usable credentials
     * @throws io.github.crosstie.fault.UnavailableException if whoever issues them does not answer
     */
    String first();

    /**
     * The header's value for another attempt, after the server answered 401.
     *
     * @param challenge what it answered
     * @return the next value, or nothing if this sign-in has failed
     * @throws io.github.crosstie.fault.UnauthorizedException if there are no usable credentials
     * @throws io.github.crosstie.fault.UnavailableException if whoever issues them does not answer
     */
    Optional<String> next(Challenge challenge);
}
