package io.github.crosstie.ews;

import io.github.crosstie.connector.Notification;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.ews.internal.item.ItemMapping;
import io.github.crosstie.ews.internal.operation.FolderReference;
import io.github.crosstie.ews.internal.operation.ItemKey;
import io.github.crosstie.ews.internal.operation.NewItem;
import io.github.crosstie.ews.internal.operation.Result;
import io.github.crosstie.internal.exchange.Stamp;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Creates items, each with its mark in the same request. A creation is never sent twice: the engine looks for the mark
 * first.
 */
final class Creations {

    private final Mailbox mailbox;
    private final ItemMapping mapping;
    private final TagSearch tags;
    private final Traces traces;

    Creations(Mailbox mailbox, ItemMapping mapping, TagSearch tags, Traces traces) {
        this.mailbox = mailbox;
        this.mapping = mapping;
        this.tags = tags;
        this.traces = traces;
    }

    void send(FolderReference folder, SortedMap<Integer, Write.Create> creations, Sending sending) {
        Map<Notification, SortedMap<Integer, Write.Create>> alike = new EnumMap<>(Notification.class);
        creations.forEach((place, creation) -> alike.computeIfAbsent(creation.notification(), each -> new TreeMap<>())
                .put(place, creation));
        alike.forEach((notification, group) -> sendAlike(folder, notification, group, sending));
    }

    private void sendAlike(
            FolderReference folder,
            Notification notification,
            SortedMap<Integer, Write.Create> group,
            Sending sending) {
        List<Stamp> stamps = new ArrayList<>();
        List<NewItem> items = new ArrayList<>();
        for (Write.Create creation : group.values()) {
            Stamp stamp = tags.stamp(creation.tag());
            stamps.add(stamp);
            items.add(mapping.create(creation.item(), stamp));
        }
        sending.send(List.copyOf(group.keySet()), () -> {
            List<Result<ItemKey>> results = mailbox.createItem().create(folder, MeetingMail.ofAll(notification), items);
            List<WriteOutcome> outcomes = new ArrayList<>();
            for (int at = 0; at < results.size(); at++) {
                outcomes.add(outcome(results.get(at), stamps.get(at)));
            }
            return outcomes;
        });
    }

    private WriteOutcome outcome(Result<ItemKey> result, Stamp stamp) {
        if (result instanceof Result.Failed<ItemKey> failed) {
            return Outcomes.of(failed.trouble(), mailbox.clock());
        }
        ItemKey key = ((Result.Done<ItemKey>) result).value();
        traces.created(key.id(), stamp);
        return Outcomes.written(key);
    }
}
