package io.github.crosstie.conflict;

import io.github.crosstie.directory.OrganizationId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the sharers of one mailbox clash over: at most one finding across organizations, and one within each (C1, C2, C3, C7). */
final class MailboxConflicts {

    /** Who stays of several: whose leaving would harm others, who is production, costs more to take out, or claimed earlier. */
    private static final Comparator<Leaving> STAYS = Comparator.comparing(Leaving::harmless)
            .thenComparing(Leaving::production, Comparator.reverseOrder())
            .thenComparing(Leaving::cost, Comparator.reverseOrder())
            .thenComparing(Leaving::claimedAt)
            .thenComparing(Leaving::first);

    private MailboxConflicts() {}

    /** All findings about one mailbox, given everybody who claims it, ordered by organization and user. */
    static List<Conflict> of(MailboxAddress mailbox, List<Sharer> sharers) {
        Map<OrganizationId, List<Sharer>> byOrganization = new TreeMap<>();
        for (Sharer sharer : sharers) {
            byOrganization
                    .computeIfAbsent(sharer.view.id(), none -> new ArrayList<>())
                    .add(sharer);
        }
        List<Conflict> found = new ArrayList<>();
        if (byOrganization.size() > 1) {
            found.add(across(
                    mailbox, byOrganization.values().stream().map(Leaving::new).toList()));
        }
        for (List<Sharer> own : byOrganization.values()) {
            List<Sharer> syncing = own.stream().filter(Sharer::syncing).toList();
            if (syncing.size() > 1) {
                found.add(within(mailbox, syncing));
            }
        }
        return found;
    }

    private static Conflict across(MailboxAddress mailbox, List<Leaving> parties) {
        List<Participant> participants = parties.stream()
                .flatMap(party -> party.sharers().stream())
                .map(Sharer::participant)
                .toList();
        List<Leaving> syncing = parties.stream().filter(Leaving::syncing).toList();
        List<Leaving> mayStay = syncing.isEmpty() ? parties : syncing;
        if (syncing.size() < 2) {
            return new Conflict.LatentInAnotherOrganization(
                    mailbox,
                    participants,
                    remedy(
                            parties,
                            mayStay,
                            STAYS,
                            "Deactivating a configuration is no removal: it could be switched on again."));
        }
        if (syncing.stream().allMatch(Leaving::production)) {
            return new Conflict.ActiveInSeveralOrganizations(
                    mailbox, participants, remedy(parties, mayStay, STAYS, "One mailbox, one organization."));
        }
        List<Leaving> production = parties.stream().filter(Leaving::production).toList();
        return new Conflict.ActiveInSandboxToo(
                mailbox,
                participants,
                remedy(
                        parties,
                        production.isEmpty() ? mayStay : production,
                        Comparator.comparing(Leaving::syncing, Comparator.reverseOrder())
                                .thenComparing(STAYS),
                        "Leave the sandbox before joining production: test data could reach production and the mail"
                                + " server."));
    }

    /** One option for each party that may stay. */
    private static Remedy remedy(
            List<Leaving> parties, List<Leaving> mayStay, Comparator<Leaving> stays, String remark) {
        List<Leaving> sandboxFirst = parties.stream()
                .sorted(Comparator.comparing(Leaving::production))
                .toList();
        List<RemedyOption> options = mayStay.stream()
                .sorted(stays)
                .map(stayer -> {
                    List<Leaving> others = sandboxFirst.stream()
                            .filter(party -> !party.equals(stayer))
                            .toList();
                    return Leaving.option(
                            others,
                            text(others) + " The mailbox stays with "
                                    + stayer.view().organization() + ".");
                })
                .toList();
        return RemedyText.remedy(options, remark);
    }

    private static String text(List<Leaving> leaving) {
        StringBuilder text = new StringBuilder();
        for (Leaving party : leaving) {
            String lead = text.length() == 0 ? "" : " Then ";
            text.append(lead.isEmpty() ? RemedyText.sentence(party.text()) : lead + party.text() + ".");
        }
        return text.toString();
    }

    private static Conflict within(MailboxAddress mailbox, List<Sharer> syncing) {
        List<Leaving> parties =
                syncing.stream().map(sharer -> new Leaving(List.of(sharer))).toList();
        List<RemedyOption> options = parties.stream()
                .sorted(STAYS)
                .map(stayer -> together(parties.stream()
                        .filter(party -> !party.equals(stayer))
                        .flatMap(party -> party.sharers().stream())
                        .toList()))
                .toList();
        return new Conflict.MailboxSharedByUsers(
                mailbox,
                syncing.stream().map(Sharer::participant).toList(),
                RemedyText.remedy(
                        options, "Or enter each user's own address, if one of them is wrong: one mailbox, one user."));
    }

    private static RemedyOption together(List<Sharer> leaving) {
        List<Leaving> all = List.of(new Leaving(leaving));
        return Leaving.option(all, text(all));
    }
}
