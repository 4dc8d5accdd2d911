package io.github.crosstie.conflict;

import io.github.crosstie.assignment.Roster;
import io.github.crosstie.directory.User;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds users who sync with an address that cannot be relied on (C8). A sandbox's copy of an address is meant to reach
 * nobody, so is none of these.
 */
final class AddressConflicts {

    private final OrganizationView view;
    private final AddressResolver addresses;

    private AddressConflicts(OrganizationView view, AddressResolver addresses) {
        this.view = view;
        this.addresses = addresses;
    }

    static List<Conflict> of(BitSet slots, OrganizationView view, MailboxIndex mailboxes, AddressResolver addresses) {
        AddressConflicts search = new AddressConflicts(view, addresses);
        List<Conflict> found = new ArrayList<>();
        for (int slot : mailboxes.unusable()) {
            if (slots.get(slot)) {
                found.add(search.unusable(slot));
            }
        }
        if (!addresses.equals(AddressResolver.NONE)) {
            Roster roster = view.roster;
            for (int slot = slots.nextSetBit(0); slot >= 0; slot = slots.nextSetBit(slot + 1)) {
                if (roster.syncs(slot)) {
                    search.addAlias(slot, found);
                }
            }
        }
        return found;
    }

    private Conflict unusable(int slot) {
        Optional<String> given = view.user(slot).emailAddress().filter(text -> !text.isBlank());
        if (given.isEmpty()) {
            return conflict(slot, AddressFault.MISSING, "the CRM has none", null);
        }
        String reason = MailboxAddress.read(given.get()) instanceof AddressReading.Unusable unusable
                ? unusable.reason()
                : "it is not an address";
        return conflict(slot, AddressFault.MALFORMED, reason, primary(given.get()));
    }

    private void addAlias(int slot, List<Conflict> found) {
        User user = view.user(slot);
        @Nullable String text = user.emailAddress().orElse(null);
        if (text == null || !(MailboxAddress.read(text) instanceof AddressReading.Usable given)) {
            return;
        }
        boolean copy = view.sandbox() && given.address().copiedFrom().isPresent();
        @Nullable MailboxAddress primary = copy ? null : primary(text);
        if (primary != null && !primary.equals(given.address())) {
            found.add(conflict(
                    slot,
                    AddressFault.ALIAS,
                    "it is an alias: the mail server answers with the primary address, so attendees get lost",
                    primary));
        }
    }

    private @Nullable MailboxAddress primary(String given) {
        return addresses.primaryAddress(given).map(MailboxAddress::read).orElse(null)
                        instanceof AddressReading.Usable usable
                ? usable.address()
                : null;
    }

    private Conflict conflict(int slot, AddressFault fault, String reason, @Nullable MailboxAddress primary) {
        return new Conflict.UnusableAddress(
                view.participant(slot, Standing.SYNCING, view.resolution(slot)),
                fault,
                reason,
                primary,
                primary == null ? toFindOut(slot) : toCorrect(slot, primary));
    }

    private Remedy toFindOut(int slot) {
        return new Remedy(
                "The primary address is not known here: an administrator of the mail system looks it up, and an"
                        + " administrator of " + view.organization() + " enters it as the e-mail address of user "
                        + view.user(slot).id() + ".",
                List.of());
    }

    private Remedy toCorrect(int slot, MailboxAddress primary) {
        RemedyStep step =
                new RemedyStep.CorrectAddress(view.id(), view.user(slot).id(), primary.text());
        return RemedyText.remedy(
                List.of(new RemedyOption(RemedyText.sentence(step.text()), List.of(step), List.of())), "");
    }
}
