package io.github.crosstie.salesforce;

import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.salesforce.internal.rest.KeptSession;
import io.github.crosstie.testkit.salesforce.LoopbackSalesforce;
import io.github.crosstie.testkit.salesforce.SalesforceField;
import io.github.crosstie.testkit.salesforce.SalesforceRecord;
import io.github.crosstie.testkit.salesforce.SalesforceRecords;
import io.github.crosstie.testkit.simulator.SideSource;
import io.github.crosstie.testkit.simulator.SimulatedSide;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The contacts of one user, in an organization of its own for each history; people see and edit them without the
 * connector's help.
 */
final class OrganizationSide implements SimulatedSide {

    private static final String TAG = "Crosstie_Tag__c";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Map<Field<?>, String> COLUMNS = Map.of(
            ContactFields.GIVEN_NAME, "FirstName",
            ContactFields.SURNAME, "LastName",
            ContactFields.EMAIL_ADDRESS, "Email",
            ContactFields.JOB_TITLE, "Title",
            ContactFields.NOTES, "Description",
            ContactFields.BUSINESS_CITY, "MailingCity");

    private final String user;
    private final SalesforceConnector connector;
    private final SalesforceRecords contacts;
    private final UnaryOperator<Endpoint> seenBy;

    private OrganizationSide(LoopbackSalesforce salesforce, Clock clock, UnaryOperator<Endpoint> seenBy) {
        this.seenBy = seenBy;
        user = salesforce.organization().addUser("ada@acme.example", "Lovelace");
        salesforce
                .organization()
                .declare(
                        "Contact",
                        SalesforceField.text(TAG, 255).externalId().unique().caseSensitive());
        contacts = salesforce.organization().contacts();
        connector = SalesforceConnector.builder(
                        SalesforceConnection.builder()
                                .client(CLIENT)
                                .tokens(new KeptSession(salesforce))
                                .clock(clock)
                                .allowPlainHttp()
                                .build(),
                        salesforce.organization().id())
                .tagField(TAG)
                .userZones(owner -> ZoneOffset.UTC)
                .freshness(Duration.ZERO)
                .build();
    }

    /** Organizations, each told to the caller, who stops it. */
    static SideSource started(Consumer<LoopbackSalesforce> running) {
        return started(running, UnaryOperator.identity());
    }

    /** The same, with something between the engine and the connector. */
    static SideSource started(Consumer<LoopbackSalesforce> running, UnaryOperator<Endpoint> seenBy) {
        return (traits, clock) -> {
            LoopbackSalesforce salesforce = LoopbackSalesforce.start(new SteadyClock(clock));
            running.accept(salesforce);
            return new OrganizationSide(salesforce, clock, seenBy);
        };
    }

    @Override
    public Endpoint open(SyncConfiguration configuration) {
        return seenBy.apply(connector.open(new Owner(user), ItemKind.CONTACT, configuration));
    }

    @Override
    public Map<ItemId, Item> items() {
        Map<ItemId, Item> items = new LinkedHashMap<>();
        contacts.all().forEach(contact -> items.put(new ItemId(contact.id()), seen(contact)));
        return items;
    }

    private static Item seen(SalesforceRecord contact) {
        Item.Builder seen = Item.contact();
        COLUMNS.forEach((field, column) -> seen.put(field, contact.text(column)));
        return seen.build();
    }

    @Override
    public ItemId create(Item item) {
        Map<String, Object> row = new HashMap<>();
        row.put("OwnerId", user);
        item.values().forEach((field, value) -> row.put(column(field), value));
        return new ItemId(contacts.create(row));
    }

    @Override
    public void edit(ItemId id, Field<?> field, @Nullable Object value) {
        contacts.edit(id.value(), column(field), value);
    }

    private static String column(Field<?> field) {
        return Objects.requireNonNull(COLUMNS.get(field), () -> "field " + field + ": people do not edit it here");
    }

    @Override
    public void delete(ItemId id) {
        contacts.delete(id.value());
    }
}
