package io.github.crosstie.graph;

import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Tagged;
import io.github.crosstie.graph.internal.item.ExtendedProperty;
import io.github.crosstie.graph.internal.operation.Items;
import io.github.crosstie.graph.internal.operation.Pages;
import io.github.crosstie.graph.internal.operation.Place;
import io.github.crosstie.graph.internal.wire.GraphAnswer;
import io.github.crosstie.graph.internal.wire.GraphCall;
import io.github.crosstie.internal.exchange.Stamp;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds items by the engine's mark. The server compares texts without regard to case; what counts is compared here,
 * exactly. An event that was marked over Exchange Web Services carries its UID in its stamp, which tells it from its
 * copies; one that was marked over Graph, which chooses UIDs itself, does not.
 */
final class TagSearch {

    private final Mailbox mailbox;
    private final Items items;

    TagSearch(Mailbox mailbox, Items items) {
        this.mailbox = mailbox;
        this.items = items;
    }

    /** What a new item is to carry. */
    Stamp stamp(CorrelationTag tag) {
        return Stamp.ofContact(mailbox.address(), tag);
    }

    List<Tagged> find(Place folder, Collection<CorrelationTag> tags) {
        List<CorrelationTag> sought = List.copyOf(new LinkedHashSet<>(tags));
        List<GraphCall> calls =
                sought.stream().map(tag -> call(folder, stamps(tag))).toList();
        List<GraphAnswer> answers = Items.all(mailbox.channel(), calls);
        List<Tagged> found = new ArrayList<>();
        for (int at = 0; at < sought.size(); at++) {
            CorrelationTag tag = sought.get(at);
            ids(calls.get(at), answers.get(at), stamps(tag)).forEach(id -> found.add(new Tagged(tag, new ItemId(id))));
        }
        return found;
    }

    /** The items that carry one stamp. */
    List<String> find(Place folder, Stamp stamp) {
        List<Stamp> stamps = List.of(stamp);
        GraphCall call = call(folder, stamps);
        return ids(call, mailbox.channel().call(call), stamps);
    }

    private List<Stamp> stamps(CorrelationTag tag) {
        return items.kind() == ItemKind.CONTACT
                ? List.of(stamp(tag))
                : List.of(stamp(tag), Stamp.ofEvent(mailbox.address(), tag));
    }

    private GraphCall call(Place folder, List<Stamp> stamps) {
        return items.list(folder)
                .query(
                        "$filter",
                        stamps.stream()
                                .map(stamp -> ExtendedProperty.TAG.equalTo(stamp.text()))
                                .collect(Collectors.joining(" or ")))
                .query("$select", items.kind() == ItemKind.CONTACT ? "id" : "id,iCalUId")
                .query("$expand", ExtendedProperty.expand(List.of(ExtendedProperty.TAG)));
    }

    /** A page may be empty though others follow. */
    private List<String> ids(GraphCall call, GraphAnswer answer, List<Stamp> stamps) {
        Set<String> texts = stamps.stream().map(Stamp::text).collect(Collectors.toSet());
        List<String> ids = new ArrayList<>();
        Pages.from(mailbox.channel(), call, answer).forEach(item -> {
            String text = ExtendedProperty.TAG.of(item);
            boolean marked = Stamp.parse(text)
                    .filter(stamp ->
                            stamp.marks(mailbox.address(), item.path("iCalUId").asText("")))
                    .isPresent();
            if (marked && texts.contains(text)) {
                ids.add(item.path("id").asText(""));
            }
        });
        return ids;
    }
}
