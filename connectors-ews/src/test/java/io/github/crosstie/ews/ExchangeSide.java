package io.github.crosstie.ews;

import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.FieldType;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.testkit.exchange.LoopbackExchange;
import io.github.crosstie.testkit.exchange.LoopbackFolder;
import io.github.crosstie.testkit.exchange.LoopbackItem;
import io.github.crosstie.testkit.exchange.LoopbackMailbox;
import io.github.crosstie.testkit.simulator.SideSource;
import io.github.crosstie.testkit.simulator.SideTraits;
import io.github.crosstie.testkit.simulator.SimulatedSide;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A mailbox of its own for each history, on one loopback Exchange; people see and edit it without the connector's help.
 */
final class ExchangeSide implements SimulatedSide {

    private static final Map<Field<?>, String> NAMES = Map.of(
            ContactFields.GIVEN_NAME, "GivenName",
            ContactFields.SURNAME, "Surname",
            ContactFields.EMAIL_ADDRESS, "EmailAddresses/EmailAddress1",
            ContactFields.JOB_TITLE, "JobTitle",
            ContactFields.NOTES, "Body",
            ContactFields.BUSINESS_CITY, "PhysicalAddresses/Business/City",
            ContactFields.CATEGORIES, "Categories");

    private final Owner owner;
    private final EwsConnector connector;
    private final LoopbackFolder folder;

    private ExchangeSide(LoopbackExchange exchange, URI server, String address, SideTraits traits, Clock clock) {
        owner = new Owner(address);
        connector = ExchangeContract.connector(exchange, clock)
                .server(server)
                .impersonate()
                .paging(traits.pageSize(), traits.batch())
                .build();
        LoopbackMailbox mailbox = exchange.mailbox(address);
        folder = mailbox.addFolder("Salesforce_Sync", mailbox.contacts());
    }

    static SideSource on(LoopbackExchange exchange) {
        return on(exchange, exchange.url());
    }

    /** The same, reached by another address than the server's own. */
    static SideSource on(LoopbackExchange exchange, URI server) {
        AtomicInteger mailboxes = new AtomicInteger();
        return (traits, clock) -> new ExchangeSide(
                exchange, server, "user" + mailboxes.incrementAndGet() + "@acme.example", traits, clock);
    }

    @Override
    public Endpoint open(SyncConfiguration configuration) {
        return connector.open(owner, ItemKind.CONTACT, configuration);
    }

    @Override
    public Map<ItemId, Item> items() {
        Map<ItemId, Item> items = new LinkedHashMap<>();
        folder.list().forEach(item -> items.put(new ItemId(item.id()), seen(item)));
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
        return new ItemId(folder.put(values).id());
    }

    @Override
    public void edit(ItemId id, Field<?> field, @Nullable Object value) {
        folder.edit(id.value(), name(field), value == null ? "" : typed(value));
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
        folder.delete(id.value());
    }

    @Override
    public Optional<ItemId> copy(ItemId id) {
        return Optional.of(new ItemId(folder.copy(id.value()).id()));
    }
}
