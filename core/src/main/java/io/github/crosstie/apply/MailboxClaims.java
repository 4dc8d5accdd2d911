package io.github.crosstie.apply;

import io.github.crosstie.conflict.MailboxClaim;
import io.github.crosstie.connector.ClaimOutcome;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.internal.measure.Measures;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.Fence;
import io.github.crosstie.state.IdSource;
import io.github.crosstie.state.StateChange;
import io.github.crosstie.state.StateStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What people do about a mailbox's claim between rounds (S12): look at it, take it over, release it. Both kinds of record share
 * the claim, so both leases are taken; while a round of the user is under way, the call is refused.
 *
 * <p>A crash or a lost answer leaves the mailbox with the old claim or with the new one, never with both, and the same call,
 * made again, ends as if nothing had happened. Used by one thread at a time.
 */
public final class MailboxClaims {

    private static final String NO_CLAIMS =
            "this mail system keeps no claims, so nothing tells who syncs a mailbox; see to it by assignment";

    private final Claimant claimant;
    private final Endpoint mail;
    private final StateStore store;
    private final Clock clock;
    private final IdSource ids;

    private MailboxClaims(Claimant claimant, Endpoint mail, StateStore store, Clock clock, IdSource ids) {
        this.claimant = claimant;
        this.mail = mail;
        this.store = store;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * The claim of one mailbox.
     *
     * @param claimant in whose name
     * @param mail the mailbox, opened for either kind
     * @param store where the state is kept
     * @param clock the time
     * @param ids where new ids come from
     * @return the claim's operations
     * @throws IllegalArgumentException if the endpoint is one of the CRM side
     */
    public static MailboxClaims of(Claimant claimant, Endpoint mail, StateStore store, Clock clock, IdSource ids) {
        if (mail.side() != Side.MAIL) {
            throw new IllegalArgumentException("a claim is kept in a mailbox; hand over the mailbox's endpoint");
        }
        return new MailboxClaims(
                Objects.requireNonNull(claimant, "claimant"),
                mail,
                Objects.requireNonNull(store, "store"),
                Objects.requireNonNull(clock, "clock"),
                Objects.requireNonNull(ids, "ids"));
    }

    /**
     * Who holds the mailbox.
     *
     * @return its claim, a released one included; empty if it carries none, or the mail system keeps none
     * @throws io.github.crosstie.fault.CrosstieException if the mailbox cannot be read
     */
    public Optional<MailboxClaim> read() {
        return mail.capabilities().claims() ? mail.readClaim() : Optional.empty();
    }

    /**
     * Takes the mailbox over: whoever holds it stops with its next round that writes.
     *
     * @param expectedEpoch the epoch of the claim to be replaced, as {@link #read} or a refusal told it
     * @return done; refused if the mailbox carries another claim by now, if nobody holds it, or if a sandbox asks for what
     *     production holds
     * @throws io.github.crosstie.fault.CrosstieException if the mailbox or the store cannot be reached
     */
    public ClaimResult takeOver(long expectedEpoch) {
        return leased(ledgers -> takeOver(expectedEpoch, ledgers));
    }

    private ClaimResult takeOver(long expectedEpoch, List<Ledger> ledgers) {
        MailboxClaim read = mail.readClaim().orElse(null);
        if (isTakenOver(read, expectedEpoch, ledgers)) {
            return new ClaimResult.Done(read);
        }
        Optional<String> refusal = whyNotTakenOver(read, expectedEpoch);
        if (refusal.isPresent() || read == null) {
            return new ClaimResult.Refused(refusal.orElse("nobody holds the mailbox"), read);
        }
        List<@Nullable Long> before = new ArrayList<>();
        ledgers.forEach(ledger -> before.add(ledger.state().claimEpoch()));
        MailboxClaim next = claimant.claim(expectedEpoch + 1, clock.instant());
        remember(ledgers, next.epoch());
        ClaimOutcome outcome = mail.replaceClaim(read, next);
        if (outcome instanceof ClaimOutcome.Replaced) {
            return new ClaimResult.Done(next);
        }
        MailboxClaim now = mail.readClaim().orElse(null);
        if (next.equals(now)) {
            return new ClaimResult.Done(next);
        }
        if (outcome instanceof ClaimOutcome.Unknown unknown && read.equals(now)) {
            return new ClaimResult.Unanswered(unknown.cause());
        }
        for (int i = 0; i < ledgers.size(); i++) {
            Long epoch = before.get(i);
            ledgers.get(i)
                    .commit(List.of(
                            epoch == null ? new StateChange.ForgetClaim() : new StateChange.RememberClaim(epoch)));
        }
        return new ClaimResult.Refused("somebody else changed the mailbox's claim at the same time; look again", now);
    }

    private boolean isTakenOver(@Nullable MailboxClaim read, long expectedEpoch, List<Ledger> ledgers) {
        return read != null
                && read.live()
                && claimant.isNamedBy(read)
                && read.epoch() == expectedEpoch + 1
                && ledgers.stream()
                        .allMatch(ledger ->
                                Long.valueOf(read.epoch()).equals(ledger.state().claimEpoch()));
    }

    private Optional<String> whyNotTakenOver(@Nullable MailboxClaim read, long expectedEpoch) {
        if (read == null || !read.live()) {
            return Optional.of("nobody holds the mailbox; the next round that writes claims it");
        }
        if (claimant.isBarredBy(read)) {
            return Optional.of("the mailbox carries the " + read + "; " + claimant.remedy(read));
        }
        if (read.epoch() != expectedEpoch) {
            return Optional.of("the mailbox carries the " + read + ", not epoch " + expectedEpoch
                    + "; look who holds it now, and name that epoch if it is still meant");
        }
        return Optional.empty();
    }

    private static void remember(List<Ledger> ledgers, long epoch) {
        ledgers.forEach(ledger -> ledger.commit(List.of(new StateChange.RememberClaim(epoch))));
    }

    /**
     * Gives the mailbox up, when the user leaves: whoever syncs it next claims it without being asked.
     *
     * @return done, also if the mailbox was free already; refused if somebody else holds it
     * @throws io.github.crosstie.fault.CrosstieException if the mailbox or the store cannot be reached
     */
    public ClaimResult release() {
        return leased(this::release);
    }

    private ClaimResult release(List<Ledger> ledgers) {
        MailboxClaim read = mail.readClaim().orElse(null);
        if (read != null && read.live()) {
            if (!claimant.isNamedBy(read) || isOfAnotherInstallation(read, ledgers)) {
                return new ClaimResult.Refused(
                        "the mailbox carries the " + read + ", which is not this one's to release", read);
            }
            ClaimOutcome outcome = mail.replaceClaim(read, read.released());
            MailboxClaim now = outcome instanceof ClaimOutcome.Replaced
                    ? read.released()
                    : mail.readClaim().orElse(null);
            if (now != null && now.live()) {
                return outcome instanceof ClaimOutcome.Unknown unknown && now.equals(read)
                        ? new ClaimResult.Unanswered(unknown.cause())
                        : new ClaimResult.Refused("somebody else changed the claim at the same time; look again", now);
            }
            read = now;
        }
        ledgers.forEach(ledger -> ledger.commit(List.of(new StateChange.ForgetClaim())));
        return new ClaimResult.Done(read);
    }

    private static boolean isOfAnotherInstallation(MailboxClaim read, List<Ledger> ledgers) {
        return ledgers.stream()
                .map(ledger -> ledger.state().claimEpoch())
                .anyMatch(known -> known != null && known < read.epoch());
    }

    private ClaimResult leased(Function<List<Ledger>, ClaimResult> call) {
        if (!mail.capabilities().claims()) {
            return new ClaimResult.Refused(NO_CLAIMS, null);
        }
        List<Fence> fences = new ArrayList<>();
        ClaimResult result;
        try {
            result = leaseAll(fences)
                    .<ClaimResult>map(busy -> new ClaimResult.Refused(
                            "another worker is at " + busy + "; try again when its round is through", null))
                    .orElseGet(
                            () -> call.apply(fences.stream().map(this::ledger).toList()));
        } catch (RuntimeException | Error failure) {
            releaseAfter(failure, fences);
            throw failure;
        }
        fences.forEach(store::release);
        return result;
    }

    /** Takes the leases of both kinds; returns the collection that somebody else is at, if there is one. */
    private Optional<CollectionKey> leaseAll(List<Fence> fences) {
        for (ItemKind kind : ItemKind.values()) {
            CollectionKey key = new CollectionKey(claimant.organization(), claimant.user(), kind);
            Optional<Fence> fence = store.acquire(key, ids.next(), clock.instant(), SyncRound.LEASE);
            if (fence.isEmpty()) {
                return Optional.of(key);
            }
            fences.add(fence.get());
        }
        return Optional.empty();
    }

    private void releaseAfter(Throwable failure, List<Fence> fences) {
        try {
            fences.forEach(store::release);
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private Ledger ledger(Fence fence) {
        return Ledger.leased(store.load(fence.collection()), store, fence, clock, SyncRound.LEASE, Measures.current());
    }
}
