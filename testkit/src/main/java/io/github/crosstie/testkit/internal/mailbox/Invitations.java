package io.github.crosstie.testkit.internal.mailbox;

import io.github.crosstie.testkit.internal.mailbox.SentMail.Kind;
import java.util.ArrayList;
import java.util.List;

/** Mail to attendees: to whom it would go. */
public final class Invitations {

    private Invitations() {}

    public static void created(StoredMailbox mailbox, StoredItem item, String mode) {
        if (send(mailbox, Kind.REQUEST, item.properties, Attendees.addresses(item.properties), mode)) {
            item.properties.set("MeetingRequestWasSent", "true");
        }
    }

    public static void updated(StoredMailbox mailbox, Properties before, Properties after, String mode) {
        List<String> old = Attendees.addresses(before);
        List<String> now = Attendees.addresses(after);
        boolean onlyChanged = mode.contains("Changed");
        List<String> added = new ArrayList<>(now);
        added.removeAll(old);
        List<String> removed = new ArrayList<>(old);
        removed.removeAll(now);
        List<String> told = new ArrayList<>(now);
        told.removeAll(added);
        send(mailbox, Kind.REQUEST, after, added, mode);
        send(mailbox, Kind.CANCELLATION, after, removed, mode);
        if (!onlyChanged) {
            send(mailbox, Kind.UPDATE, after, told, mode);
        }
    }

    public static void cancelled(StoredMailbox mailbox, Properties event, String mode) {
        send(mailbox, Kind.CANCELLATION, event, Attendees.addresses(event), mode);
    }

    private static boolean send(
            StoredMailbox mailbox, Kind kind, Properties event, List<String> recipients, String mode) {
        if (mode.equals("SendToNone") || recipients.isEmpty()) {
            return false;
        }
        mailbox.sent.add(new SentMail(kind, event.text("Subject"), recipients));
        return true;
    }
}
