package io.github.crosstie.memory;

import io.github.crosstie.connector.Notification;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a mail system sends to attendees when an endpoint writes a meeting: if the write asks for it, or if the system cannot write
 * silently. Thread-safe.
 */
final class Outbox {

    private final boolean sendsMail;
    private final boolean isSilent;
    private final Owner owner;
    private final List<SentMail> sent;

    /** An outbox of one user; several of them fill one list. */
    Outbox(Side side, boolean isSilent, Owner owner, List<SentMail> sent) {
        this.sendsMail = side == Side.MAIL;
        this.isSilent = isSilent;
        this.owner = owner;
        this.sent = sent;
    }

    void created(RemoteItem record, Notification notification) {
        send(record.id(), notification, null, record.item());
    }

    void updated(ItemId id, Item before, Item after, Notification notification) {
        send(id, notification, before, after);
    }

    void deleted(ItemId id, Optional<Item> before, Notification notification) {
        before.ifPresent(item -> send(id, notification, item, null));
    }

    private void send(ItemId id, Notification notification, @Nullable Item before, @Nullable Item after) {
        if (!sendsMail || (isSilent && notification == Notification.NONE)) {
            return;
        }
        SortedSet<String> were = attendees(before);
        SortedSet<String> are = attendees(after);
        List<SentMail> mail = new ArrayList<>();
        for (String attendee : are) {
            if (!were.contains(attendee)) {
                mail.add(new SentMail(id, SentMail.Kind.INVITATION, attendee));
            } else if (before != null && after != null && !withoutPeople(before).equals(withoutPeople(after))) {
                mail.add(new SentMail(id, SentMail.Kind.UPDATE, attendee));
            }
        }
        were.stream()
                .filter(attendee -> !are.contains(attendee))
                .forEach(attendee -> mail.add(new SentMail(id, SentMail.Kind.CANCELLATION, attendee)));
        sent.addAll(mail);
    }

    private static Item withoutPeople(Item item) {
        Item.Builder rest = item.toBuilder();
        EventFields.ATTENDEES.forEach(rest::clear);
        return rest.build();
    }

    private SortedSet<String> attendees(@Nullable Item item) {
        SortedSet<String> attendees = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        if (item != null) {
            EventFields.ATTENDEES.forEach(
                    field -> attendees.addAll(item.get(field).orElse(Set.of())));
            item.get(EventFields.EXCEPTIONS)
                    .ifPresent(exceptions -> exceptions
                            .byStart()
                            .values()
                            .forEach(occurrence -> attendees.addAll(attendees(occurrence.changed()))));
        }
        attendees.remove(owner.value());
        return attendees;
    }
}
