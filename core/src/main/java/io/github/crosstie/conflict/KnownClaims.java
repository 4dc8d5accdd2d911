package io.github.crosstie.conflict;

import io.github.crosstie.directory.Environment;
import io.github.crosstie.directory.OrganizationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The live claims that the host knows of, and what clashes with them (C9). Immutable. */
final class KnownClaims implements ClaimHolder {

    static final KnownClaims NONE = new KnownClaims(new TreeMap<>());

    private final SortedMap<MailboxAddress, MailboxClaim> claims;

    private KnownClaims(SortedMap<MailboxAddress, MailboxClaim> claims) {
        this.claims = claims;
    }

    static KnownClaims of(Map<MailboxAddress, MailboxClaim> claims) {
        SortedMap<MailboxAddress, MailboxClaim> live = new TreeMap<>(claims);
        live.values().removeIf(claim -> !claim.live());
        return new KnownClaims(live);
    }

    @Override
    public Optional<OrganizationUser> holder(MailboxAddress mailbox) {
        return Optional.ofNullable(claims.get(mailbox))
                .map(claim -> new OrganizationUser(claim.organization(), claim.user()));
    }

    /** Who syncs a mailbox that another organization holds: one look for each claim and organization. */
    List<Conflict> conflicts(Views views, Map<OrganizationId, OwnConflicts> organizations) {
        List<Conflict> found = new ArrayList<>();
        claims.forEach((mailbox, claim) -> organizations.forEach((id, own) -> {
            if (!id.equals(claim.organization())) {
                for (int slot : own.mailboxes().slots(MailboxIndex.look(mailbox))) {
                    @Nullable Sharer sharer = Sharer.read(views.view(id), slot);
                    if (sharer != null && sharer.syncing() && sharer.mailbox.equals(mailbox)) {
                        found.add(conflict(sharer, mailbox, claim));
                    }
                }
            }
        }));
        return List.copyOf(found);
    }

    private static Conflict conflict(Sharer newcomer, MailboxAddress mailbox, MailboxClaim claim) {
        boolean barred = newcomer.view.sandbox() && claim.environment() == Environment.PRODUCTION;
        Leaving leaving = new Leaving(List.of(newcomer));
        RemedyOption leave = Leaving.option(List.of(leaving), RemedyText.sentence(leaving.text()));
        String text = barred
                ? "A sandbox never takes a mailbox over from production. " + leave.text()
                : "If the mailbox is to change hands: stop syncing it in organization " + claim.organization()
                        + ", then take it over for user " + newcomer.resolution.user() + " by naming epoch "
                        + claim.epoch() + ". If not: " + leaving.text() + ".";
        return new Conflict.ClaimedByAnotherOrganization(
                mailbox, claim, newcomer.participant(), new Remedy(text, List.of(leave)));
    }
}
