package io.github.crosstie.apply;

import io.github.crosstie.conflict.MailboxClaim;
import io.github.crosstie.connector.ClaimOutcome;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.StateChange;
import io.github.crosstie.state.StateStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it, before the first write of a round, that the mailbox is this user's (S12). A round that writes nothing asks nobody.
 *
 * <ul>
 *   <li>No claim, or a released one: it is claimed, with the next epoch.
 *   <li>Our own, with the epoch we know: that it is read is the check. Once a day, or by another configuration, it is refreshed.
 *   <li>Our own, with a later epoch: another installation took it over, so this one stops.
 *   <li>Somebody else's: refused, and nothing is written.
 * </ul>
 *
 * A kind of record that knows no epoch yet goes by what the user's other kind knows, as they share the claim.
 *
 * The epoch is stored before the claim is written, so that after a crash or a lost answer the next look tells whose it is.
 */
final class ClaimCheck {

    private static final int TRIES = 3;

    /** How old the heartbeat becomes: it informs people, whom the hour does not matter to, and each refreshing costs requests. */
    private static final Duration HEARTBEAT = Duration.ofDays(1);

    private final Ledger ledger;
    private final Endpoint mail;
    private final Claimant claimant;
    private final StateStore store;
    private final Clock clock;
    private boolean isPassed;

    ClaimCheck(Ledger ledger, Endpoint mail, Claimant claimant, StateStore store, Clock clock) {
        this.ledger = ledger;
        this.mail = mail;
        this.claimant = claimant;
        this.store = store;
        this.clock = clock;
        isPassed = !mail.capabilities().claims();
    }

    /** Claims or checks; empty if the round may write. Looks once in a round. */
    Optional<Outcome.Stopped> refusal() {
        for (int tries = 0; !isPassed && tries < TRIES; tries++) {
            MailboxClaim read = mail.readClaim().orElse(null);
            Long known = knownEpoch();
            Optional<String> refusal = read == null ? Optional.empty() : whyNot(read, known);
            if (refusal.isPresent()) {
                return Optional.of(new Outcome.Stopped(OutcomeCode.MAILBOX_CLAIMED, refusal.get(), null));
            }
            isPassed = write(read, next(read, known, clock.instant()));
        }
        return isPassed
                ? Optional.empty()
                : Optional.of(new Outcome.Stopped(
                        OutcomeCode.UNAVAILABLE,
                        "the mailbox's claim could not be written in " + TRIES
                                + " tries; nothing else was written, and the"
                                + " next round tries again. If this goes on, the mailbox's endpoint says that it keeps claims,"
                                + " but keeps none",
                        null));
    }

    private @Nullable Long knownEpoch() {
        Long own = ledger.state().claimEpoch();
        return own != null
                ? own
                : Stream.of(ItemKind.values())
                        .filter(kind -> kind != mail.kind())
                        .map(kind -> new CollectionKey(claimant.organization(), claimant.user(), kind))
                        .flatMap(other -> Stream.ofNullable(store.load(other).claimEpoch()))
                        .max(Long::compareTo)
                        .orElse(null);
    }

    private Optional<String> whyNot(MailboxClaim read, @Nullable Long known) {
        if (!read.live()) {
            return Optional.empty();
        }
        if (!claimant.isNamedBy(read)) {
            return Optional.of("the mailbox carries the " + read + ", so nothing is written; " + claimant.remedy(read));
        }
        if (known != null && read.epoch() > known) {
            return Optional.of("the mailbox carries the " + read + ", of another installation, as this one knows epoch "
                    + known + "; nothing is written. Stop one of the two, or take the mailbox over by naming epoch "
                    + read.epoch());
        }
        return Optional.empty();
    }

    private MailboxClaim next(@Nullable MailboxClaim read, @Nullable Long known, Instant now) {
        long least = Objects.requireNonNullElse(known, 1L);
        if (read == null) {
            return claimant.claim(least, now);
        }
        if (!read.live()) {
            return claimant.claim(Math.max(least, read.epoch() + 1), now);
        }
        boolean isFresh = read.heartbeat().plus(HEARTBEAT).isAfter(now);
        return read.refreshed(
                claimant.configuration(), Math.max(least, read.epoch()), isFresh ? read.heartbeat() : now);
    }

    private boolean write(@Nullable MailboxClaim read, MailboxClaim next) {
        if (!Long.valueOf(next.epoch()).equals(ledger.state().claimEpoch())) {
            ledger.commit(List.of(new StateChange.RememberClaim(next.epoch())));
        }
        return next.equals(read) || mail.replaceClaim(read, next) instanceof ClaimOutcome.Replaced;
    }
}
