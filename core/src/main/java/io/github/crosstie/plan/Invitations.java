package io.github.crosstie.plan;

import io.github.crosstie.configuration.InvitationPolicy;
import io.github.crosstie.conflict.OwnAddresses;
import io.github.crosstie.connector.Notification;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Which writes make a server send mail to other people, and whether they may be made (S7). */
final class Invitations {

    static final String REFUSED =
            "writing this meeting would make the mail server send mail to its attendees, which the"
                    + " configuration does not allow; let it send invitations, or make the change in the mailbox by hand";

    private final ItemKind kind;
    private final InvitationPolicy policy;
    private final StandardFields fields;
    private final OwnAddresses own;
    private final Set<Side> silent;

    Invitations(ItemKind kind, InvitationPolicy policy, StandardFields fields, OwnAddresses own, Set<Side> silent) {
        this.kind = kind;
        this.policy = policy;
        this.fields = fields;
        this.own = own;
        this.silent = Set.copyOf(silent);
    }

    /**
     * Whom a side tells of a write. It is the mailbox that invites: where it may, the CRM keeps quiet, or nobody could be kept from
     * being invited twice.
     *
     * @param side where is written
     * @param views what the record holds before and after, as far as it does
     * @return whom it tells; empty if the write may not be made, because people would be told without leave
     */
    Optional<Notification> of(Side side, Item... views) {
        if (kind != ItemKind.EVENT || Arrays.stream(views).noneMatch(view -> isWithOthers(side, view))) {
            return Optional.of(Notification.NONE);
        }
        if (side == Side.MAIL && policy == InvitationPolicy.SEND) {
            return Optional.of(Notification.ATTENDEES);
        }
        return silent.contains(side) ? Optional.of(Notification.NONE) : Optional.empty();
    }

    /** Whether a side tells people of a write to such a record whatever it is asked to do. */
    boolean tellsAnyway(Side side, Item view) {
        return kind == ItemKind.EVENT && !silent.contains(side) && isWithOthers(side, view);
    }

    private boolean isWithOthers(Side side, Item view) {
        return fields.attendees(side, view).stream().anyMatch(attendee -> !own.contains(attendee));
    }
}
