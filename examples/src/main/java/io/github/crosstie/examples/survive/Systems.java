package io.github.crosstie.examples.survive;

import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.testkit.exchange.LoopbackExchange;
import io.github.crosstie.testkit.exchange.LoopbackFolder;
import io.github.crosstie.testkit.exchange.LoopbackMailbox;
import io.github.crosstie.testkit.graph.LoopbackGraph;
import io.github.crosstie.testkit.salesforce.LoopbackSalesforce;
import io.github.crosstie.testkit.salesforce.SalesforceField;
import io.github.crosstie.testkit.salesforce.SalesforceRecord;
import io.github.crosstie.testkit.salesforce.SalesforceRecords;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An organization of Salesforce and a mailbox on Exchange, which Graph shows too, on servers of this process: they stay when workers
 * die. People use them by hand here, in their own words.
 */
final class Systems implements AutoCloseable {

    static final String TAG = "Crosstie_Tag__c";
    private static final String ADDRESS = "anna@acme.example";
    private static final String TOKEN = "token-of-the-service";

    private final LoopbackSalesforce salesforce;
    private final LoopbackExchange exchange;
    private final LoopbackGraph graph;
    private final LoopbackMailbox mailbox;
    private final String user;

    Systems(Clock clock) {
        salesforce = LoopbackSalesforce.start(clock);
        exchange = LoopbackExchange.start(clock);
        graph = LoopbackGraph.over(exchange);
        for (String object : List.of("Contact", "Event")) {
            salesforce
                    .organization()
                    .declare(
                            object,
                            SalesforceField.text(TAG, 255).externalId().unique().caseSensitive());
        }
        user = salesforce.organization().addUser(ADDRESS, "Able");
        exchange.requireBearer(TOKEN);
        exchange.keepEnvelopes(false);
        graph.keepBodies(false);
        mailbox = exchange.mailbox(ADDRESS);
        mailbox.addFolder("Salesforce_Sync", mailbox.contacts());
    }

    /** From now on somebody is told of every request before it is looked at, and whether it is one that writes. */
    void watch(RequestWatch watch) {
        salesforce.faults().every(request -> request.method().equals("GET")).meanwhile(() -> watch.request(false));
        salesforce.faults().every(request -> true).meanwhile(() -> watch.request(true));
        for (String operation : MailService.EXCHANGE.writes()) {
            exchange.faults().every(operation).meanwhile(() -> watch.request(true));
        }
        exchange.faults().every().meanwhile(() -> watch.request(false));
        for (String operation : MailService.GRAPH.writes()) {
            graph.faults().every(operation).meanwhile(() -> watch.request(true));
        }
        graph.faults().every().meanwhile(() -> watch.request(false));
    }

    /** Is told of requests; called on the servers' threads. What it throws breaks the request's connection or answers with 500. */
    @FunctionalInterface
    interface RequestWatch {
        void request(boolean isWrite);
    }

    WorkerSettings settings(MailService mail, String database, String key, ShiftedClock clock) {
        return new WorkerSettings(
                database,
                salesforce.url(),
                salesforce.accessToken(),
                salesforce.organization().id(),
                user,
                ADDRESS,
                mail,
                mail == MailService.EXCHANGE ? exchange.url() : graph.url(),
                mail == MailService.EXCHANGE ? TOKEN : graph.accessToken(),
                clock.shift(),
                key);
    }

    /** All records of a kind, by whatever program or person they were made. */
    List<SeenRecord> records(Side side, ItemKind kind) {
        return side == Side.CRM
                ? crm(kind).all().stream()
                        .map(row -> new SeenRecord(row.id(), seen(kind, value -> text(row, value))))
                        .toList()
                : folder(kind).list().stream()
                        .map(item -> new SeenRecord(
                                item.id(), seen(kind, value -> item.values().get(value.on(Side.MAIL)))))
                        .toList();
    }

    void create(Side side, ItemKind kind, Map<KeptValue, String> values) {
        Map<String, String> called = called(side, values);
        if (side == Side.CRM) {
            called.put("OwnerId", user);
            crm(kind).create(called);
        } else {
            folder(kind).put(called);
        }
    }

    void edit(Side side, ItemKind kind, String id, Map<KeptValue, String> values) {
        if (side == Side.CRM) {
            crm(kind).edit(id, called(side, values));
        } else {
            folder(kind).edit(id, called(side, values));
        }
    }

    void deleteInCrm(ItemKind kind, String id) {
        crm(kind).delete(id);
    }

    private SalesforceRecords crm(ItemKind kind) {
        return kind == ItemKind.CONTACT
                ? salesforce.organization().contacts()
                : salesforce.organization().events();
    }

    private LoopbackFolder folder(ItemKind kind) {
        return kind == ItemKind.CONTACT ? mailbox.folder("Salesforce_Sync") : mailbox.calendar();
    }

    private static @Nullable String text(SalesforceRecord row, KeptValue value) {
        @Nullable Object there = row.values().get(value.on(Side.CRM));
        return there == null ? null : there.toString();
    }

    /** Looks one value up; null if it is empty. */
    private interface Look {
        @Nullable
        String at(KeptValue value);
    }

    private static Map<KeptValue, String> seen(ItemKind kind, Look look) {
        Map<KeptValue, String> seen = new EnumMap<>(KeptValue.class);
        for (KeptValue value : KeptValue.of(kind)) {
            @Nullable String there = look.at(value);
            if (there != null) {
                seen.put(value, there);
            }
        }
        return seen;
    }

    private static Map<String, String> called(Side side, Map<KeptValue, String> values) {
        return values.entrySet().stream()
                .collect(
                        Collectors.toMap(entry -> entry.getKey().on(side), Entry::getValue, (a, b) -> b, HashMap::new));
    }

    @Override
    public void close() {
        graph.close();
        exchange.close();
        salesforce.close();
    }
}
