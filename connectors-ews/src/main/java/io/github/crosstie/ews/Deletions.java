package io.github.crosstie.ews;

import io.github.crosstie.connector.Notification;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.ews.internal.operation.ItemKey;
import io.github.crosstie.ews.internal.operation.ItemReference;
import io.github.crosstie.ews.internal.operation.ItemShape;
import io.github.crosstie.ews.internal.operation.Result;
import io.github.crosstie.ews.internal.soap.XmlInput;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.item.ItemVersion;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Deletes items, if they still have the expected version. The server does not look at versions when it deletes: they
 * are read just before.
 */
final class Deletions {

    private static final int BATCH = 50;

    private final Mailbox mailbox;

    Deletions(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    void send(SortedMap<Integer, Write.Delete> deletions, Sending sending) {
        if (deletions.isEmpty()) {
            return;
        }
        List<Integer> places = List.copyOf(deletions.keySet());
        List<Result<ItemKey>> present = sending.ask(places, () -> present(List.copyOf(deletions.values())));
        if (present == null) {
            return;
        }
        Map<Notification, SortedMap<Integer, Write.Delete>> alike = new EnumMap<>(Notification.class);
        Iterator<Result<ItemKey>> next = present.iterator();
        deletions.forEach((place, deletion) -> obstacle(deletion.expectedVersion(), next.next())
                .ifPresentOrElse(
                        outcome -> sending.put(place, outcome),
                        () -> alike.computeIfAbsent(deletion.notification(), each -> new TreeMap<>())
                                .put(place, deletion)));
        alike.values().forEach(group -> sendAlike(group, sending));
    }

    private List<Result<ItemKey>> present(List<Write.Delete> deletions) {
        return mailbox.getItem()
                .get(
                        deletions.stream()
                                .map(deletion -> ItemKey.of(deletion.id().value()))
                                .toList(),
                        ItemShape.ID_ONLY,
                        BATCH,
                        Deletions::key);
    }

    static ItemKey key(XmlInput item) {
        List<ItemKey> keys = new ArrayList<>(1);
        item.children(child -> {
            if (child.name().equals("ItemId")) {
                keys.add(ItemKey.read(child));
            }
        });
        return keys.stream()
                .findFirst()
                .orElseThrow(() ->
                        new ContractBrokenException("the server answered with an item that has no id; report it"));
    }

    /** Why a write that expects a version cannot be made. */
    private Optional<WriteOutcome> obstacle(ItemVersion expected, Result<ItemKey> present) {
        if (present instanceof Result.Failed<ItemKey> failed) {
            return Optional.of(Outcomes.of(failed.trouble(), mailbox.clock()));
        }
        ItemKey key = ((Result.Done<ItemKey>) present).value();
        return Outcomes.version(key).equals(expected) ? Optional.empty() : Optional.of(new WriteOutcome.Conflict());
    }

    private void sendAlike(SortedMap<Integer, Write.Delete> group, Sending sending) {
        List<Write.Delete> deletions = List.copyOf(group.values());
        List<ItemReference> items = new ArrayList<>();
        deletions.forEach(deletion -> items.add(
                new ItemKey(deletion.id().value(), deletion.expectedVersion().value())));
        sending.send(List.copyOf(group.keySet()), () -> {
            List<Result<ItemReference>> results = mailbox.deleteItem()
                    .delete(MeetingMail.ofAll(deletions.get(0).notification()), items);
            List<WriteOutcome> outcomes = new ArrayList<>();
            for (int at = 0; at < results.size(); at++) {
                Write.Delete deletion = deletions.get(at);
                outcomes.add(
                        results.get(at) instanceof Result.Failed<ItemReference> failed
                                ? Outcomes.of(failed.trouble(), mailbox.clock())
                                : new WriteOutcome.Written(deletion.id(), deletion.expectedVersion()));
            }
            return outcomes;
        });
    }
}
