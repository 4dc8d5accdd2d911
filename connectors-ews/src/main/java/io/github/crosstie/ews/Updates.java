package io.github.crosstie.ews;

import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.ews.internal.item.ItemMapping;
import io.github.crosstie.ews.internal.operation.ItemChange;
import io.github.crosstie.ews.internal.operation.ItemKey;
import io.github.crosstie.ews.internal.operation.MeetingMessages;
import io.github.crosstie.ews.internal.operation.PropertyChange;
import io.github.crosstie.ews.internal.operation.Result;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Changes fields of items that say all there is to say by themselves: of contacts, and of events other than time and
 * rule.
 */
final class Updates {

    private final Mailbox mailbox;
    private final ItemMapping mapping;
    private final BodyTypes bodies;

    Updates(Mailbox mailbox, ItemMapping mapping) {
        this.mailbox = mailbox;
        this.mapping = mapping;
        this.bodies = new BodyTypes(mailbox);
    }

    void send(ItemKind kind, SortedMap<Integer, Write.Update> updates, Sending sending) {
        List<Integer> withBody = new ArrayList<>();
        List<ItemKey> asked = new ArrayList<>();
        updates.forEach((place, update) -> {
            if (BodyTypes.concerns(update.fields())) {
                withBody.add(place);
                asked.add(ItemKey.of(update.id().value()));
            }
        });
        List<Boolean> html = sending.ask(withBody, () -> bodies.html(asked));
        if (html == null) {
            html = List.of();
        }
        Map<Integer, Boolean> isHtml = new HashMap<>();
        for (int at = 0; at < html.size(); at++) {
            isHtml.put(withBody.get(at), html.get(at));
        }
        Map<MeetingMessages, SortedMap<Integer, ItemChange>> alike = new EnumMap<>(MeetingMessages.class);
        updates.forEach((place, update) -> {
            List<PropertyChange> changes =
                    mapping.update(update.fields(), Item.builder(kind).build(), isHtml.getOrDefault(place, false));
            if (sending.has(place)) {
                return;
            }
            if (changes.isEmpty()) {
                // Nothing of it is written in this direction.
                sending.put(place, new WriteOutcome.Written(update.id(), update.expectedVersion()));
                return;
            }
            ItemKey item =
                    new ItemKey(update.id().value(), update.expectedVersion().value());
            MeetingMessages messages =
                    MeetingMail.ofChange(update.notification(), update.fields().keySet());
            alike.computeIfAbsent(messages, each -> new TreeMap<>())
                    .put(place, new ItemChange(item, mapping.element(), changes));
        });
        alike.forEach((messages, group) -> sendAlike(messages, group, sending));
    }

    private void sendAlike(MeetingMessages messages, SortedMap<Integer, ItemChange> group, Sending sending) {
        sending.send(List.copyOf(group.keySet()), () -> {
            List<WriteOutcome> outcomes = new ArrayList<>();
            for (Result<ItemKey> result : mailbox.updateItem().update(messages, List.copyOf(group.values()))) {
                outcomes.add(
                        result instanceof Result.Done<ItemKey> done
                                ? Outcomes.written(done.value())
                                : Outcomes.of(((Result.Failed<ItemKey>) result).trouble(), mailbox.clock()));
            }
            return outcomes;
        });
    }
}
