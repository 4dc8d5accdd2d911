package io.github.crosstie.salesforce;

import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.recurrence.RuleExpander;
import io.github.crosstie.salesforce.internal.rest.KeptSession;
import io.github.crosstie.testkit.EndpointContract;
import io.github.crosstie.testkit.Items;
import io.github.crosstie.testkit.MutableClock;
import io.github.crosstie.testkit.salesforce.LoopbackSalesforce;
import io.github.crosstie.testkit.salesforce.SalesforceField;
import io.github.crosstie.testkit.salesforce.SalesforceRecords;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** One user's records of one kind, on a Salesforce of their own. */
abstract class SalesforceContract extends EndpointContract {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String TAG = "Crosstie_Tag__c";

    private final ItemKind kind;
    private final MutableClock clock = MutableClock.create();
    private LoopbackSalesforce salesforce;
    private String user;

    SalesforceContract(ItemKind kind) {
        this.kind = kind;
    }

    /** How many rows a page has. */
    int page() {
        return 2_000;
    }

    /** Whether the organization has a field for marks. */
    boolean hasTags() {
        return true;
    }

    /** Whether the connector reads who is invited. */
    boolean hasInvitees() {
        return false;
    }

    @BeforeEach
    void start() {
        salesforce = LoopbackSalesforce.start(clock);
        salesforce.queries().pageSize(page());
        user = salesforce.organization().addUser("ada@acme.example", "Lovelace");
        for (String object : new String[] {"Contact", "Event"}) {
            salesforce
                    .organization()
                    .declare(
                            object,
                            SalesforceField.text(TAG, 255).externalId().unique().caseSensitive());
        }
    }

    @AfterEach
    void stop() {
        salesforce.close();
    }

    private SalesforceRecords records() {
        return kind == ItemKind.CONTACT
                ? salesforce.organization().contacts()
                : salesforce.organization().events();
    }

    @Override
    protected Endpoint open() {
        SalesforceConnection connection = SalesforceConnection.builder()
                .client(CLIENT)
                .tokens(new KeptSession(salesforce))
                .clock(clock)
                .allowPlainHttp()
                .build();
        SalesforceConnector.Builder builder = SalesforceConnector.builder(
                        connection, salesforce.organization().id())
                .userZones(owner -> ZoneId.of("Europe/Berlin"))
                .recurrences(RuleExpander.create())
                .freshness(Duration.ZERO);
        if (hasInvitees()) {
            builder.invitees();
        }
        return (hasTags() ? builder.tagField(TAG) : builder)
                .build()
                .open(new Owner(user), kind, Items.anyConfiguration());
    }

    @Override
    protected @Nullable Endpoint openAgain() {
        return open();
    }

    @Override
    protected boolean deleteAsPerson(ItemId id) {
        records().delete(id.value());
        return true;
    }

    @Override
    protected @Nullable Supplier<?> decorateAsPerson(ItemId id) {
        if (kind == ItemKind.CONTACT) {
            records().edit(id.value(), "LeadSource", "Web");
            return () -> records().get(id.value()).text("LeadSource");
        }
        records().edit(id.value(), "ShowAs", "Free");
        return () -> records().get(id.value()).text("ShowAs");
    }

    @Override
    protected boolean expireCursors() {
        salesforce.queries().expireCursors();
        clock.advance(Duration.ofDays(20));
        return true;
    }
}
