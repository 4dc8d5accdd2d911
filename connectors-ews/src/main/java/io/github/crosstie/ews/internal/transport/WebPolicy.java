package io.github.crosstie.ews.internal.transport;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;

/**
 * What holds for every request.
 *
 * @param deadline how long an exchange may take, from the sign-in to the last byte of the answer; positive
 * @param largestAnswer how many bytes an answer may have when it is unpacked; positive
 * @param plainHttp true only if the host says that requests may go unencrypted, as in tests
 * @param userAgent how requests name the client; administrators allow clients by it
 */
public record WebPolicy(Duration deadline, long largestAnswer, boolean plainHttp, String userAgent) {

    /** Two minutes, 256 MB, encrypted. */
    public static final WebPolicy DEFAULT = new WebPolicy(Duration.ofMinutes(2), 1L << 28, false, "Crosstie");

    /** Checks the values. */
    public WebPolicy {
        Objects.requireNonNull(userAgent, "userAgent");
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
     * @param longer the deadline
     * @return the policy
     */
    public WebPolicy within(Duration longer) {
        return new WebPolicy(longer, largestAnswer, plainHttp, userAgent);
    }

    /**
     * The same for requests that may go unencrypted.
     *
     * @return the policy
     */
    public WebPolicy withPlainHttp() {
        return new WebPolicy(deadline, largestAnswer, true, userAgent);
    }

    /**
     * The same with another bound on answers.
     *
     * @param bytes how many bytes an answer may have when it is unpacked
     * @return the policy
     */
    public WebPolicy withLargestAnswer(long bytes) {
        return new WebPolicy(deadline, bytes, plainHttp, userAgent);
    }

    /**
     * Checks that requests may go to an address.
     *
     * @param address the address
     * @throws IllegalArgumentException if they would go unencrypted and the host has not allowed that
     */
    public void requireAllowed(URI address) {
        boolean encrypted = "https".equalsIgnoreCase(address.getScheme());
        if (!encrypted && !(plainHttp && "http".equalsIgnoreCase(address.getScheme()))) {
            throw new IllegalArgumentException("address " + address
                    + ": requests go over https alone; use https, or for a test server on this machine call"
                    + " allowPlainHttp() on the builder");
        }
    }
}
