package io.github.crosstie.engagement.plan;

import io.github.crosstie.state.ReleaseToken;
import java.util.List;
import java.util.Objects;

/**
 * Somebody released changes that a guard held: they are among the plan's changes now.
 *
 * @param token the token, good once
 * @param places where the released changes stand among the plan's changes, ascending; 0 is the first
 */
public record Release(ReleaseToken token, List<Integer> places) {

    /** Copies the list. */
    public Release {
        Objects.requireNonNull(token, "token");
        places = List.copyOf(places);
    }
}
