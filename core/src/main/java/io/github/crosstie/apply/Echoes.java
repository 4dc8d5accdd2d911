package io.github.crosstie.apply;

import io.github.crosstie.item.Side;
import io.github.crosstie.state.AwaitedEcho;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.state.StateChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Waits for the change streams to tell of records that were linked before they did. A stream may leave out what came and went between
 * two polls, and nobody would ever learn of such a deletion. So whoever is not told of is read: once after the first poll that should
 * have told, and once more when a lagging stream must have caught up.
 */
final class Echoes {

    private Echoes() {}

    /** What is to be awaited once some links are stored. What has been observed was told of. */
    static List<StateChange> of(List<StateChange> changes, CollectionState before, Instant until) {
        List<StateChange> awaited = new ArrayList<>();
        for (StateChange change : changes) {
            if (change instanceof StateChange.PutLink put) {
                keys(put.link())
                        .filter(key -> before.linkOf(key).isEmpty() && before.observation(key) == null)
                        .forEach(key -> awaited.add(new StateChange.AwaitEcho(AwaitedEcho.of(key, until))));
            }
        }
        return awaited;
    }

    private static Stream<RecordKey> keys(Link link) {
        return Stream.of(Side.values()).flatMap(side -> Stream.ofNullable(link.key(side)));
    }

    /** What a poll that has come to its end without some records leads to. */
    static List<StateChange> missed(Side side, CollectionState state, Predicate<RecordKey> heard, Instant now) {
        List<StateChange> changes = new ArrayList<>();
        for (AwaitedEcho echo : state.echoes()) {
            if (echo.key().side() != side || heard.test(echo.key())) {
                continue;
            }
            boolean isLast = !echo.until().isAfter(now);
            if (state.linkOf(echo.key()).isEmpty()) {
                changes.add(new StateChange.ForgetEcho(echo.key()));
            } else if (isLast || !echo.isMissed()) {
                changes.add(Adoption.awaken(state, echo.key()));
                changes.add(isLast ? new StateChange.ForgetEcho(echo.key()) : new StateChange.AwaitEcho(echo.missed()));
            }
        }
        return changes;
    }
}
