package io.github.crosstie.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Notification;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.graph.internal.operation.TranslateIds;
import io.github.crosstie.graph.internal.wire.GraphChannel;
import io.github.crosstie.graph.internal.wire.GraphChannels;
import io.github.crosstie.graph.internal.wire.GraphTransport;
import io.github.crosstie.graph.internal.wire.Way;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.testkit.Items;
import io.github.crosstie.testkit.MutableClock;
import io.github.crosstie.testkit.exchange.LoopbackFolder;
import io.github.crosstie.testkit.exchange.LoopbackMailbox;
import io.github.crosstie.testkit.graph.LoopbackGraph;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One mailbox over Graph, with people at it. */
public final class Office implements AutoCloseable {

    static final Owner ADA = new Owner("ada@acme.example");

    final MutableClock clock = MutableClock.create();
    final LoopbackGraph graph = LoopbackGraph.start(clock);
    final LoopbackMailbox mailbox = graph.mailbox(ADA.value());
    final GraphConnector connector;
    private final Way way;
    private final GraphChannel channel;
    private int attempts;

    Office(Way way) {
        this.way = way;
        connector = connector(way, graph, clock).build();
        channel = GraphChannels.of(
                        way.transport(graph.url(), graph.accessToken()),
                        clock,
                        () -> UUID.randomUUID().toString())
                .channel(ADA);
    }

    static GraphConnector.Builder connector(Way way, LoopbackGraph graph, Clock clock) {
        return connector(way.transport(graph.url(), graph.accessToken()), clock);
    }

    static GraphConnector.Builder connector(GraphTransport transport, Clock clock) {
        return GraphConnector.builder()
                .transport(policy -> transport)
                .clock(clock)
                .userZones(owner -> ZoneId.of("Europe/Berlin"))
                .allowPlainHttp();
    }

    GraphConnector.Builder another() {
        return connector(way, graph, clock);
    }

    Endpoint open(ItemKind kind) {
        return connector.open(ADA, kind, Items.anyConfiguration());
    }

    Endpoint contacts() {
        return open(ItemKind.CONTACT);
    }

    Endpoint events() {
        return open(ItemKind.EVENT);
    }

    LoopbackFolder folder(ItemKind kind) {
        return kind == ItemKind.CONTACT ? mailbox.folder("Salesforce_Sync") : mailbox.calendar();
    }

    /** As people's own programs know an item. */
    String exchangeId(ItemId id) {
        return translated(id.value(), TranslateIds.Kind.IMMUTABLE, TranslateIds.Kind.EWS);
    }

    ItemId graphId(String exchangeId) {
        return new ItemId(translated(exchangeId, TranslateIds.Kind.EWS, TranslateIds.Kind.IMMUTABLE));
    }

    private String translated(String id, TranslateIds.Kind from, TranslateIds.Kind to) {
        String translated =
                new TranslateIds(channel).translate(List.of(id), from, to).get(id);
        if (translated == null) {
            throw new AssertionError("the server does not know the id " + id + " as " + to);
        }
        return translated;
    }

    Write.Create creation(Item item) {
        return creation(item, Notification.NONE);
    }

    Write.Create creation(Item item, Notification notification) {
        attempts++;
        return new Write.Create(new CorrelationTag("v1/attempt/" + attempts), "key", item, notification);
    }

    WriteOutcome.Written create(Endpoint endpoint, Item item) {
        return written(endpoint.write(List.of(creation(item))).get(0));
    }

    static WriteOutcome.Written written(WriteOutcome outcome) {
        assertThat(outcome).isInstanceOf(WriteOutcome.Written.class);
        return (WriteOutcome.Written) outcome;
    }

    static Write.Update change(WriteOutcome.Written known, Field<?> field, @Nullable Object value) {
        Map<Field<?>, @Nullable Object> changed = new HashMap<>();
        changed.put(field, value);
        return new Write.Update(known.id(), known.version(), changed);
    }

    static WriteOutcome.Written update(
            Endpoint endpoint, WriteOutcome.Written known, Field<?> field, @Nullable Object value) {
        return written(endpoint.write(List.of(change(known, field, value))).get(0));
    }

    static RemoteItem read(Endpoint endpoint, ItemId id) {
        ReadOutcome outcome = endpoint.read(List.of(id)).get(0);
        assertThat(outcome).isInstanceOf(ReadOutcome.Found.class);
        return ((ReadOutcome.Found) outcome).record();
    }

    /** How many requests something takes. */
    int requests(Runnable work) {
        int before = graph.requests().size();
        work.run();
        return graph.requests().size() - before;
    }

    @Override
    public void close() {
        graph.close();
    }
}
