package io.github.crosstie.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.connector.Connector;
import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Notification;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.ews.EwsConnector;
import io.github.crosstie.ews.auth.EwsAuth;
import io.github.crosstie.graph.internal.operation.TranslateIds;
import io.github.crosstie.graph.internal.wire.GraphChannels;
import io.github.crosstie.graph.internal.wire.Way;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.testkit.Items;
import io.github.crosstie.testkit.MutableClock;
import io.github.crosstie.testkit.exchange.LoopbackExchange;
import io.github.crosstie.testkit.exchange.LoopbackMailbox;
import io.github.crosstie.testkit.graph.LoopbackGraph;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One mailbox that is reached over both ways into it. */
final class TwoWays implements AutoCloseable {

    /** A way into the mailbox. */
    enum Wire {
        EWS,
        GRAPH
    }

    private static final Owner ADA = new Owner("ada@acme.example");
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    final MutableClock clock = MutableClock.create();
    final LoopbackExchange exchange = LoopbackExchange.start(clock);
    final LoopbackGraph graph = LoopbackGraph.over(exchange);
    final LoopbackMailbox mailbox = exchange.mailbox(ADA.value());
    private final Map<Wire, Connector> connectors;
    private final TranslateIds ids;
    private int attempts;

    TwoWays(Way way, ZoneId userZone) {
        exchange.keepEnvelopes(false);
        graph.keepBodies(false);
        connectors = Map.of(
                Wire.EWS,
                EwsConnector.builder()
                        .client(CLIENT)
                        .auth(EwsAuth.bearer(target -> "token"))
                        .server(exchange.url())
                        .clock(clock)
                        .userZones(owner -> userZone)
                        .deadline(Duration.ofSeconds(30))
                        .allowPlainHttp()
                        .build(),
                Wire.GRAPH,
                Office.connector(way, graph, clock).userZones(owner -> userZone).build());
        ids = new TranslateIds(GraphChannels.of(
                        way.transport(graph.url(), graph.accessToken()),
                        clock,
                        () -> UUID.randomUUID().toString())
                .channel(ADA));
    }

    Endpoint open(Wire wire, ItemKind kind) {
        Connector connector = connectors.get(wire);
        assertThat(connector).isNotNull();
        return connector.open(ADA, kind, Items.anyConfiguration());
    }

    /** An item as one way knows it. */
    record Known(Wire wire, ItemId id) {}

    /** Creates items over a way. */
    List<Known> create(Wire wire, ItemKind kind, List<Item> items, Notification notification) {
        List<Write> writes = new ArrayList<>();
        for (Item item : items) {
            attempts++;
            writes.add(new Write.Create(new CorrelationTag("v1/" + attempts), "key-" + attempts, item, notification));
        }
        return open(wire, kind).write(writes).stream()
                .map(outcome -> new Known(wire, written(outcome)))
                .toList();
    }

    /** Changes fields of items over the way over which they were created; null clears one. */
    void change(List<Known> items, ItemKind kind, Map<Field<?>, @Nullable Object> fields) {
        for (Known item : items) {
            RemoteItem known = read(item.wire(), kind, List.of(item)).get(0);
            Write.Update update = new Write.Update(item.id(), known.version(), fields);
            written(open(item.wire(), kind).write(List.of(update)).get(0));
        }
    }

    private static ItemId written(WriteOutcome outcome) {
        assertThat(outcome).isInstanceOf(WriteOutcome.Written.class);
        return ((WriteOutcome.Written) outcome).id();
    }

    /** Reads items over a way, in their order. */
    List<RemoteItem> read(Wire over, ItemKind kind, List<Known> items) {
        List<ItemId> asked = items.stream().map(item -> idOver(over, item)).toList();
        Map<ItemId, RemoteItem> records = new HashMap<>();
        for (ReadOutcome outcome : open(over, kind).read(asked)) {
            assertThat(outcome).isInstanceOf(ReadOutcome.Found.class);
            RemoteItem record = ((ReadOutcome.Found) outcome).record();
            records.put(record.id(), record);
        }
        return asked.stream().map(records::get).toList();
    }

    private ItemId idOver(Wire over, Known item) {
        if (item.wire() == over) {
            return item.id();
        }
        TranslateIds.Kind from = over == Wire.EWS ? TranslateIds.Kind.IMMUTABLE : TranslateIds.Kind.EWS;
        TranslateIds.Kind to = over == Wire.EWS ? TranslateIds.Kind.EWS : TranslateIds.Kind.IMMUTABLE;
        String id = item.id().value();
        return new ItemId(
                Objects.requireNonNull(ids.translate(List.of(id), from, to).get(id), "translated id"));
    }

    @Override
    public void close() {
        graph.close();
        exchange.close();
    }
}
