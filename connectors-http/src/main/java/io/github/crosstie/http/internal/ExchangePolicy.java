package io.github.crosstie.http.internal;

import java.time.Duration;

/**
 * What holds for every exchange.
 *
 * @param deadline how long one may take, up to the last byte of the answer; positive
 * @param largestAnswer how many bytes an answer may have when it is unpacked; positive
 * @param userAgent how requests name the client, in printable ASCII
 */
public record ExchangePolicy(Duration deadline, int largestAnswer, String userAgent) {

    /** Two minutes, 64 MB, {@code Crosstie}. */
    public static final ExchangePolicy DEFAULT = new ExchangePolicy(Duration.ofMinutes(2), 1 << 26, "Crosstie");

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if a number is not positive, or the name cannot be carried in a header
     */
    public ExchangePolicy {
        if (deadline.isZero() || deadline.isNegative()) {
            throw new IllegalArgumentException("deadline " + deadline + ": pass a positive duration");
        }
        if (largestAnswer < 1) {
            throw new IllegalArgumentException("largest answer of " + largestAnswer + " bytes: pass a positive number");
        }
        if (userAgent.isBlank() || userAgent.chars().anyMatch(character -> character < ' ' || character > '~')) {
            throw new IllegalArgumentException("user agent: pass a name in printable ASCII");
        }
    }

    /**
     * The same with another deadline.
     *
     * @param another the deadline
     * @return a changed copy
     */
    public ExchangePolicy within(Duration another) {
        return new ExchangePolicy(another, largestAnswer, userAgent);
    }

    /**
     * The same with another name of the client.
     *
     * @param another the name
     * @return a changed copy
     * @throws IllegalArgumentException if it cannot be carried in a header
     */
    public ExchangePolicy named(String another) {
        return new ExchangePolicy(deadline, largestAnswer, another);
    }
}
