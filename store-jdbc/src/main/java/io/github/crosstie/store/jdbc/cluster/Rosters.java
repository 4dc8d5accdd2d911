package io.github.crosstie.store.jdbc.cluster;

import io.github.crosstie.Crosstie;
import io.github.crosstie.assignment.Roster;
import io.github.crosstie.conflict.OrganizationUser;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.fault.UnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who syncs, as of the last change that any process told. A source that cannot load it is left alone twice as long after each
 * failure in a row. Thread-safe.
 */
final class Rosters {

    /** Who syncs, since which change. */
    record Current(long revision, Crosstie crosstie, Set<OrganizationUser> mailboxes) {

        private static Current of(long revision, Crosstie crosstie) {
            return new Current(
                    revision,
                    crosstie,
                    crosstie.conflicts().landscape().rosters().stream()
                            .flatMap(Current::mailboxes)
                            .collect(Collectors.toUnmodifiableSet()));
        }

        private static Stream<OrganizationUser> mailboxes(Roster roster) {
            OrganizationId organization = roster.directory().organization().id();
            return roster.enrollments().map(enrollment -> new OrganizationUser(organization, enrollment.user()));
        }
    }

    /** The source could not load the roster of a change, and is not asked for it before a moment. */
    private record Refusal(long revision, Instant until, Duration pause, RuntimeException failure) {}

    private final MailboxTable table;
    private final Supplier<Crosstie> source;
    private final DatabaseClock clock;
    private final Duration firstPause;
    private final Duration longestPause;
    private volatile @Nullable Current held;
    private volatile @Nullable Refusal refusal;

    Rosters(
            MailboxTable table,
            Supplier<Crosstie> source,
            DatabaseClock clock,
            Duration firstPause,
            Duration longestPause) {
        this.table = table;
        this.source = source;
        this.clock = clock;
        this.firstPause = firstPause;
        this.longestPause = longestPause;
    }

    /**
     * Who syncs now. The source is asked after a change alone; what it throws is thrown. It is asked for the same change again after a
     * pause, before which {@link UnavailableException} tells so.
     */
    Current current() {
        long revision = table.revision();
        Current present = held;
        return present != null && present.revision() >= revision ? present : renewed(revision);
    }

    /** Whether there is no telling who syncs for a while: nobody needs to ask. */
    boolean isResting() {
        Refusal last = refusal;
        return last != null && clock.now().isBefore(last.until());
    }

    private synchronized Current renewed(long revision) {
        Current present = held;
        if (present != null && present.revision() >= revision) {
            return present;
        }
        Refusal last = refusal;
        boolean isAskedAgain = last != null && last.revision() == revision;
        if (last != null && isAskedAgain && clock.now().isBefore(last.until())) {
            throw new UnavailableException(
                    "the roster could not be loaded; it is asked for again at " + last.until(), last.failure());
        }
        Current next = loaded(revision, last == null || !isAskedAgain ? firstPause : doubled(last.pause()));
        table.keep(revision, next.mailboxes());
        held = next;
        return next;
    }

    private Current loaded(long revision, Duration pause) {
        try {
            Current next = Current.of(revision, source.get());
            refusal = null;
            return next;
        } catch (RuntimeException failure) {
            refusal = new Refusal(revision, clock.now().plus(pause), pause, failure);
            throw failure;
        }
    }

    private Duration doubled(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(longestPause) < 0 ? twice : longestPause;
    }
}
