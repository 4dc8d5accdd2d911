package io.github.crosstie.graph;

import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.graph.internal.operation.TranslateIds;
import io.github.crosstie.graph.internal.wire.GraphChannels;
import io.github.crosstie.graph.internal.wire.GraphTransport;
import io.github.crosstie.graph.internal.wire.Way;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.FieldType;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.testkit.exchange.LoopbackFolder;
import io.github.crosstie.testkit.exchange.LoopbackItem;
import io.github.crosstie.testkit.exchange.LoopbackMailbox;
import io.github.crosstie.testkit.graph.LoopbackGraph;
import io.github.crosstie.testkit.simulator.SideSource;
import io.github.crosstie.testkit.simulator.SideTraits;
import io.github.crosstie.testkit.simulator.SimulatedSide;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A mailbox of its own for each history, on one loopback Graph; people see and edit it without the connector's help.
 */
final class GraphSide implements SimulatedSide {

    private static final Map<Field<?>, String> NAMES = Map.of(
            ContactFields.GIVEN_NAME, "GivenName",
            ContactFields.SURNAME, "Surname",
            ContactFields.EMAIL_ADDRESS, "EmailAddresses/EmailAddress1",
            ContactFields.JOB_TITLE, "JobTitle",
            ContactFields.NOTES, "Body",
            ContactFields.BUSINESS_CITY, "PhysicalAddresses/Business/City",
            ContactFields.CATEGORIES, "Categories");

    private final Owner owner;
    private final GraphConnector connector;
    private final LoopbackFolder folder;
    private final TranslateIds ids;

    private GraphSide(GraphTransport transport, LoopbackMailbox mailbox, SideTraits traits, Clock clock) {
        owner = new Owner(mailbox.address());
        connector = Office.connector(transport, clock)
                .paging(traits.pageSize(), traits.batch())
                .build();
        folder = mailbox.addFolder("Salesforce_Sync", mailbox.contacts());
        ids = new TranslateIds(
                GraphChannels.of(transport, clock, () -> UUID.randomUUID().toString())
                        .channel(owner));
    }

    static SideSource on(Way way, LoopbackGraph graph) {
        AtomicInteger mailboxes = new AtomicInteger();
        // One for all histories: a server does not keep thousands of idle connections open.
        GraphTransport transport = way.transport(graph.url(), graph.accessToken());
        return (traits, clock) -> new GraphSide(
                transport, graph.mailbox("user" + mailboxes.incrementAndGet() + "@acme.example"), traits, clock);
    }

    @Override
    public Endpoint open(SyncConfiguration configuration) {
        return connector.open(owner, ItemKind.CONTACT, configuration);
    }

    @Override
    public Map<ItemId, Item> items() {
        List<LoopbackItem> list = folder.list();
        Map<String, String> translated = ids.translate(
                list.stream().map(LoopbackItem::id).toList(), TranslateIds.Kind.EWS, TranslateIds.Kind.IMMUTABLE);
        Map<ItemId, Item> items = new LinkedHashMap<>();
        list.forEach(item -> items.put(new ItemId(String.valueOf(translated.get(item.id()))), seen(item)));
        return items;
    }

    private static Item seen(LoopbackItem item) {
        Item.Builder seen = Item.contact();
        NAMES.forEach((field, name) -> {
            String value = item.value(name);
            // Nobody sees blanks at the end of a note.
            if (!value.isBlank()) {
                seen.put(
                        field,
                        field.type() == FieldType.TEXT_SET
                                ? Set.of(value.split(", ?"))
                                : field.equals(ContactFields.NOTES) ? value.stripTrailing() : value);
            }
        });
        return seen.build();
    }

    @Override
    public ItemId create(Item item) {
        Map<String, String> values = new HashMap<>();
        item.values().forEach((field, value) -> values.put(name(field), typed(value)));
        return graphId(folder.put(values).id());
    }

    @Override
    public void edit(ItemId id, Field<?> field, @Nullable Object value) {
        folder.edit(exchangeId(id), name(field), value == null ? "" : typed(value));
    }

    private ItemId graphId(String exchangeId) {
        return new ItemId(translated(exchangeId, TranslateIds.Kind.EWS, TranslateIds.Kind.IMMUTABLE));
    }

    private String exchangeId(ItemId id) {
        return translated(id.value(), TranslateIds.Kind.IMMUTABLE, TranslateIds.Kind.EWS);
    }

    private String translated(String id, TranslateIds.Kind from, TranslateIds.Kind to) {
        return String.valueOf(ids.translate(List.of(id), from, to).get(id));
    }

    private static String name(Field<?> field) {
        String name = NAMES.get(field);
        if (name == null) {
            throw new IllegalArgumentException("field " + field + ": people do not edit it here");
        }
        return name;
    }

    private static String typed(Object value) {
        if (value instanceof Set<?> set) {
            return String.join(",", set.stream().map(String::valueOf).toList());
        }
        return (String) value;
    }

    @Override
    public void delete(ItemId id) {
        folder.delete(exchangeId(id));
    }

    @Override
    public Optional<ItemId> copy(ItemId id) {
        return Optional.of(graphId(folder.copy(exchangeId(id)).id()));
    }
}
