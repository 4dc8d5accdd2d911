package io.github.crosstie.graph.internal.wire;

import java.time.Duration;

/**
 * What holds for every request.
 *
 * @param deadline how long one may take, from the sign-in to the last byte of the answer; positive
 * @param largestAnswer how many bytes an answer may have when it is unpacked; positive
 */
public record GraphPolicy(Duration deadline, int largestAnswer) {

    /** Two minutes, 64 MB. */
    public static final GraphPolicy DEFAULT = new GraphPolicy(Duration.ofMinutes(2), 1 << 26);

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if one is not positive
     */
    public GraphPolicy {
        if (deadline.isZero() || deadline.isNegative()) {
            throw new IllegalArgumentException("deadline " + deadline + ": pass a positive duration");
        }
        if (largestAnswer < 1) {
            throw new IllegalArgumentException("largest answer of " + largestAnswer + " bytes: pass a positive number");
        }
    }

    /**
     * The same with another deadline.
     *
     * @param another the deadline
     * @return the policy
     */
    public GraphPolicy within(Duration another) {
        return new GraphPolicy(another, largestAnswer);
    }
}
