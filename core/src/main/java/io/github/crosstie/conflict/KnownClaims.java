package io.github.crosstie.conflict;

import io.github.crosstie.directory.Environment;
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

    /** Reading an address in full costs as much as this many searches in an index. */
    private static final int FEW = 8;

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

    /** Who of some users syncs a mailbox that another organization holds: few users are looked up, else the claims are. */
    List<Conflict> conflicts(OrganizationView view, MailboxIndex mailboxes, MailboxHash hash) {
        List<Conflict> found = new ArrayList<>();
        if (mailboxes.size() < claims.size() / FEW) {
            mailboxes.slots().forEach(slot -> add(view, slot, found));
        } else {
            claims.forEach((mailbox, claim) -> {
                for (int slot : mailboxes.slots(MailboxIndex.look(mailbox, hash))) {
                    @Nullable Sharer sharer = Sharer.read(view, slot);
                    if (sharer != null && sharer.mailbox.equals(mailbox)) {
                        add(sharer, claim, found);
                    }
                }
            });
        }
        return found;
    }

    private void add(OrganizationView view, int slot, List<Conflict> found) {
        @Nullable Sharer sharer = Sharer.read(view, slot);
        @Nullable MailboxClaim claim = sharer == null ? null : claims.get(sharer.mailbox);
        if (sharer != null && claim != null) {
            add(sharer, claim, found);
        }
    }

    private static void add(Sharer sharer, MailboxClaim claim, List<Conflict> found) {
        if (sharer.syncing() && !sharer.view.id().equals(claim.organization())) {
            found.add(conflict(sharer, claim));
        }
    }

    private static Conflict conflict(Sharer newcomer, MailboxClaim claim) {
        boolean barred = newcomer.view.sandbox() && claim.environment() == Environment.PRODUCTION;
        Leaving leaving = new Leaving(List.of(newcomer));
        RemedyOption leave = Leaving.option(List.of(leaving), RemedyText.sentence(leaving.text()));
        String text = barred
                ? "A sandbox never takes a mailbox over from production. " + leave.text()
                : "If the mailbox is to change hands: stop syncing it in organization " + claim.organization()
                        + ", then take it over for user " + newcomer.user().user() + " by naming epoch "
                        + claim.epoch() + ". If not: " + leaving.text() + ".";
        return new Conflict.ClaimedByAnotherOrganization(
                newcomer.mailbox, claim, newcomer.participant(), new Remedy(text, List.of(leave)));
    }
}
