package io.github.crosstie.plan;

import io.github.crosstie.fault.Incubating;
import io.github.crosstie.state.ReleaseToken;
import org.jspecify.annotations.Nullable;

/**
 * What a plan says of deletions that wait for a person (S11, S13).
 *
 * @param token what releases all that is held now, once; null if nothing is held, or if no round has stored yet that it is
 * @param release the token by which somebody released deletions that this plan is to carry out; null if nobody did
 * @param released how many deletions of the plan are made because of that release
 */
@Incubating
public record HoldNotice(
        @Nullable ReleaseToken token, @Nullable ReleaseToken release, int released) {

    /** Nothing is held and nothing released. */
    public static final HoldNotice NONE = new HoldNotice(null, null, 0);

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if deletions are released by no token
     */
    public HoldNotice {
        if (released < 0 || (released > 0 && release == null)) {
            throw new IllegalArgumentException(released + " deletions released by " + release + ": name the token");
        }
    }
}
