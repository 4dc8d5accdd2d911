package io.github.crosstie.conflict;

import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** The order of findings in a report: worst first, then by kind, mailbox, organization, user and what else tells them apart. */
final class ConflictOrder {

    static final Comparator<Conflict> WORST_FIRST = Comparator.comparing(Conflict::severity)
            .thenComparing(Conflict::kind)
            .thenComparing(
                    conflict -> conflict.mailbox().map(MailboxAddress::key).orElse(""))
            .thenComparing(ConflictOrder::organization)
            .thenComparing(ConflictOrder::subject);

    private ConflictOrder() {}

    private static OrganizationId organization(Conflict conflict) {
        return conflict.participants().get(0).organization().id();
    }

    private static String subject(Conflict conflict) {
        Participant first = conflict.participants().get(0);
        if (conflict instanceof Conflict.AssignedTwice twice) {
            return AssignmentNames.of(twice.applies());
        }
        @Nullable UserId user = first.user();
        @Nullable ConfigurationId configuration = first.configuration();
        return user + " "
                + (conflict instanceof Conflict.InBothSets both ? both.role().unit() : configuration);
    }
}
