package io.github.crosstie.store.jdbc.cluster;

import io.github.crosstie.Crosstie;
import io.github.crosstie.assignment.Roster;
import io.github.crosstie.conflict.OrganizationUser;
import io.github.crosstie.directory.OrganizationId;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who syncs, as of the last change that any process told. Thread-safe. */
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

    private final MailboxTable table;
    private final Supplier<Crosstie> source;
    private volatile @Nullable Current held;

    Rosters(MailboxTable table, Supplier<Crosstie> source) {
        this.table = table;
        this.source = source;
    }

    /** Who syncs now. The source is asked after a change alone; what it throws is thrown, and it is asked again the next time. */
    Current current() {
        long revision = table.revision();
        Current present = held;
        return present != null && present.revision() >= revision ? present : renewed(revision);
    }

    private synchronized Current renewed(long revision) {
        Current present = held;
        if (present != null && present.revision() >= revision) {
            return present;
        }
        Current next = Current.of(revision, source.get());
        table.keep(revision, next.mailboxes());
        held = next;
        return next;
    }
}
