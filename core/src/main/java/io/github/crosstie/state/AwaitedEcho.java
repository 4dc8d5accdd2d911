package io.github.crosstie.state;

import java.time.Instant;
import java.util.Objects;

/**
 * A record was linked before its side's change stream told of it, as every record is that the engine creates. A stream may leave out
 * what came and went between two polls: until it has told of the record, its silence does not mean that the record is there.
 *
 * @param key the record
 * @param until how long the stream may lag; a poll after that is the last to be waited for
 * @param isMissed whether a poll has come to its end without it already
 */
public record AwaitedEcho(RecordKey key, Instant until, boolean isMissed) {

    /** Requires key and moment. */
    public AwaitedEcho {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(until, "until");
    }

    /**
     * A record that no poll was to tell of so far.
     *
     * @param key the record
     * @param until how long the stream may lag
     * @return the echo
     */
    public static AwaitedEcho of(RecordKey key, Instant until) {
        return new AwaitedEcho(key, until, false);
    }

    /**
     * The same after a poll that did not tell of the record.
     *
     * @return a changed copy
     */
    public AwaitedEcho missed() {
        return new AwaitedEcho(key, until, true);
    }
}
