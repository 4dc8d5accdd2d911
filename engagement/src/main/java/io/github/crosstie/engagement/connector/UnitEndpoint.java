package io.github.crosstie.engagement.connector;

import io.github.crosstie.configuration.EngagementRole;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The users of one business unit. The second of the two types that an integrator implements.
 *
 * <p><b>Threads.</b> One thread at a time uses an endpoint; successive calls may come from different threads.
 *
 * <p><b>Repetition.</b> Every method may be called again with the same arguments. Reading calls have no effect on the
 * system. A write is repeated only after a fresh listing has shown that it did not happen.
 *
 * <p><b>Trouble.</b> What concerns one user is a value in the answer. What concerns the whole unit is thrown:
 * {@link io.github.crosstie.fault.ThrottledException} when the system asks to be left alone until a moment (too many
 * requests at once, the limit of a minute or of a day), {@link io.github.crosstie.fault.UnavailableException} when it
 * does not answer for now, {@link io.github.crosstie.fault.UnauthorizedException} when the credentials are refused,
 * {@link io.github.crosstie.fault.AccessBlockedException} when the caller lacks the right to see users,
 * {@link io.github.crosstie.fault.InvalidInputException} when the system knows no such unit,
 * {@link io.github.crosstie.fault.ContractBrokenException} when it answers what it must not. An endpoint neither sleeps
 * nor retries beyond one request's own reconnect: whoever uses it schedules.
 *
 * <p>Nothing is null unless marked so. Collections handed in are immutable, those returned are taken over as they are.
 *
 * <pre>{@code
 * @Override
 * public UserPage list(@Nullable PageToken token) {           // null at first
 *     Answer answer = ask(token == null ? "limit=1000&deleted=all" : "nextPageToken=" + token.value());
 *     return new UserPage(answer.users(), answer.next(), answer.next() == null && answer.whole());
 * }
 *
 * @Override
 * public List<UserWriteOutcome> write(List<UserWrite> writes) {
 *     return List.of();                                       // never called: the capabilities name no write
 * }
 * }</pre>
 */
public interface UnitEndpoint {

    /**
     * What this system can do. One answer for the endpoint's whole life. May call out the first time it is asked; after
     * that it is asked often and must not.
     *
     * @return the capabilities, constant over the endpoint's life
     */
    EngagementCapabilities capabilities();

    /**
     * The roles that the unit has, standard and custom. Without an answer, a role that the unit lacks is found out by
     * the write that names it.
     *
     * @return the roles, or empty if the system cannot tell
     */
    default Optional<Set<EngagementRole>> roles() {
        return Optional.empty();
    }

    /**
     * One page of all users, live ones and those in the recycle bin. Order does not matter. A user that changes while
     * pages are read may be missing, and may appear twice: then the later appearance counts.
     *
     * <p>A user that reads the same as in an earlier listing may be the very same object again: comparing it then costs
     * next to nothing.
     *
     * @param token where to go on, as the page before gave it; null for the first page
     * @return the page
     * @throws io.github.crosstie.fault.CursorExpiredException if the token is no longer accepted; the listing starts
     *     over. Never for a null token
     */
    UserPage list(@Nullable PageToken token);

    /**
     * Writes some users, each by itself: one that fails does not keep the others back. Called only with writes of
     * {@link EngagementCapabilities#writes}, at most {@link EngagementCapabilities#writeBatch} a call, each of another
     * user. The writes take effect in their order.
     *
     * @param writes what to write
     * @return one outcome for each write, in the order of the writes. {@link UserWriteOutcome.Unknown} for each write
     *     that may or may not have happened
     * @throws io.github.crosstie.fault.CrosstieException only if none of the writes was sent
     */
    List<UserWriteOutcome> write(List<UserWrite> writes);
}
