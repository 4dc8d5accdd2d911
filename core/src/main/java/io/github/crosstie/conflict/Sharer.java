package io.github.crosstie.conflict;

import io.github.crosstie.assignment.Resolution;
import io.github.crosstie.directory.User;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A user who claims a mailbox that others claim too, explained, with the way out. */
final class Sharer {

    final OrganizationView view;
    final int slot;
    final MailboxAddress mailbox;
    final Standing standing;
    private @Nullable Resolution resolution;
    private @Nullable Departure departure;

    private Sharer(OrganizationView view, int slot, MailboxAddress mailbox, Standing standing) {
        this.view = view;
        this.slot = slot;
        this.mailbox = mailbox;
        this.standing = standing;
    }

    /** Reads a user's address in full. */
    static @Nullable Sharer read(OrganizationView view, int slot) {
        User user = view.user(slot);
        if (!(user.emailAddress().map(MailboxAddress::read).orElse(null) instanceof AddressReading.Usable usable)) {
            return null;
        }
        MailboxAddress mailbox = AddressHash.mailbox(usable.address(), view.sandbox());
        boolean copy = !mailbox.equals(usable.address());
        boolean syncs = view.roster.syncs(slot);
        return new Sharer(view, slot, mailbox, copy ? Standing.COPY : syncs ? Standing.SYNCING : Standing.DORMANT);
    }

    boolean syncing() {
        return standing == Standing.SYNCING;
    }

    OrganizationUser user() {
        return new OrganizationUser(view.id(), view.user(slot).id());
    }

    /** The explanation, made when it is first asked for: most of those whose mailboxes look alike share none. */
    Resolution resolution() {
        Resolution found = resolution;
        if (found == null) {
            found = view.resolution(slot);
            resolution = found;
        }
        return found;
    }

    Participant participant() {
        return view.participant(slot, standing, resolution());
    }

    /** The way out of every configuration of the organization: whoever stays in an inactive one stays latent (C3). */
    Departure departure() {
        Departure found = departure;
        if (found == null) {
            found = Departure.of(view.id(), view.ways.intoConfigurations(resolution()), List.of());
            departure = found;
        }
        return found;
    }

    /** When the claim was made that counts today; the beginning of time if nobody recorded it. */
    Instant claimedAt() {
        @Nullable Instant at = resolution().routes().get(0).assignment().assignedAt();
        return at == null ? Instant.MIN : at;
    }

    /** Whether leaving changes nobody else. */
    boolean leavesHarmlessly() {
        return view.effects.of(departure().drops(), List.of(user())).isEmpty();
    }
}
