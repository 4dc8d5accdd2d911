package io.github.crosstie.memory;

import io.github.crosstie.conflict.MailboxClaim;
import io.github.crosstie.connector.ClaimOutcome;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The place in a mailbox where its claim is kept (S12), with the faults that can be built into the way there and a count of what
 * the engine did. Thread-safe.
 *
 * <pre>{@code
 * mailSystem.claim(new Owner("ada@example.com")).loseReplyOnce();
 * }</pre>
 */
public final class InMemoryClaim {

    private @Nullable MailboxClaim claim;
    private int reads;
    private int lostAnswers;
    private final Deque<Runnable> beforeReplacements = new ArrayDeque<>();

    InMemoryClaim() {}

    /**
     * What the mailbox carries.
     *
     * @return the claim, or empty if there never was one
     */
    public synchronized Optional<MailboxClaim> current() {
        return Optional.ofNullable(claim);
    }

    /**
     * Somebody else writes a claim, whatever was there.
     *
     * @param claim the claim, or null to take it away
     */
    public synchronized void put(@Nullable MailboxClaim claim) {
        this.claim = claim;
    }

    /** The next replacement is decided and made as usual, but its answer is lost. Called several times, so many are lost. */
    public synchronized void loseReplyOnce() {
        lostAnswers++;
    }

    /**
     * Runs something just before the next replacement: another organization that claims the mailbox at the same time, or an
     * exception that ends the round there. Called several times, for one replacement after the other.
     *
     * @param hook what to run
     */
    public synchronized void beforeNextReplacement(Runnable hook) {
        beforeReplacements.add(Objects.requireNonNull(hook, "hook"));
    }

    /**
     * How often the engine asked for the claim.
     *
     * @return the number of reads
     */
    public synchronized int reads() {
        return reads;
    }

    synchronized Optional<MailboxClaim> read() {
        reads++;
        return Optional.ofNullable(claim);
    }

    synchronized ClaimOutcome replace(@Nullable MailboxClaim expected, MailboxClaim next) {
        Runnable hook = beforeReplacements.poll();
        if (hook != null) {
            hook.run();
        }
        boolean asExpected = Objects.equals(claim, expected);
        if (asExpected) {
            claim = next;
        }
        if (lostAnswers > 0) {
            lostAnswers--;
            return new ClaimOutcome.Unknown("the connection was closed before the answer");
        }
        return asExpected ? new ClaimOutcome.Replaced() : new ClaimOutcome.Conflict();
    }
}
