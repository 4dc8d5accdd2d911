package io.github.crosstie.conflict;

import io.github.crosstie.assignment.Route;
import java.util.List;
import java.util.stream.Collectors;

/** Findings in words. */
final class ConflictText {

    private ConflictText() {}

    static String of(Conflict conflict) {
        if (conflict instanceof Conflict.AssignedTwice twice) {
            return "Several configurations list " + AssignmentNames.of(twice.applies()) + ": "
                    + join(conflict.participants()) + ". The later assignment applies, that of configuration "
                    + twice.participants().get(0).configuration() + " (A2, A4).";
        }
        if (conflict instanceof Conflict.IndividualBesideIndirect beside) {
            return beside.participant()
                    + ": an individual assignment and others lead to different configurations (A3). "
                    + routes(beside.participant());
        }
        if (conflict instanceof Conflict.IndirectRoutesDisagree disagree) {
            return disagree.participant() + ": profile, groups or roles lead to different configurations (A5). "
                    + routes(disagree.participant());
        }
        if (conflict instanceof Conflict.UnusableAddress unusable) {
            return "The e-mail address of " + unusable.participant() + " cannot be relied on: " + unusable.reason()
                    + ".";
        }
        if (conflict instanceof Conflict.ClaimedByAnotherOrganization claimed) {
            return "Mailbox " + claimed.address() + " of " + claimed.participant() + " carries the " + claimed.claim()
                    + ".";
        }
        if (conflict instanceof Conflict.InSeveralBusinessUnits several) {
            return several.participant() + " is in several business units: "
                    + several.roles().stream().map(UnitRole::toString).collect(Collectors.joining("; ")) + ".";
        }
        if (conflict instanceof Conflict.InBothSets both) {
            return both.participant() + " is in both sets of a business unit: " + both.role() + ".";
        }
        return "Mailbox " + conflict.mailbox().map(MailboxAddress::toString).orElse("?") + " is "
                + mailboxFault(conflict.kind()) + ": " + join(conflict.participants()) + ".";
    }

    private static String mailboxFault(ConflictKind kind) {
        return switch (kind) {
            case ACTIVE_IN_SEVERAL_ORGANIZATIONS -> "in active configurations of several organizations";
            case ACTIVE_IN_SANDBOX_TOO -> "in active configurations of several organizations, one of them a sandbox";
            case LATENT_IN_ANOTHER_ORGANIZATION ->
                "claimed by several organizations, though not synced by more than one";
            default -> "shared by several users of one organization";
        };
    }

    private static String join(List<Participant> participants) {
        return participants.stream()
                .map(each -> each + (each.standing() == Standing.COPY ? ", by a copied address" : ""))
                .collect(Collectors.joining("; "));
    }

    private static String routes(Participant participant) {
        return participant.routes().stream().map(Route::toString).collect(Collectors.joining("; ")) + ".";
    }
}
