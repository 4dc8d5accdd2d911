package io.github.crosstie.ews;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.testkit.Items;
import io.github.crosstie.testkit.MutableClock;
import io.github.crosstie.testkit.exchange.LoopbackExchange;
import io.github.crosstie.testkit.exchange.LoopbackFolder;
import io.github.crosstie.testkit.exchange.LoopbackMailbox;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One mailbox over the wire, for tests that look at what happens there. */
final class Office implements AutoCloseable {

    final MutableClock clock = MutableClock.create();
    final LoopbackExchange exchange = LoopbackExchange.start(clock);
    final LoopbackMailbox mailbox = exchange.mailbox(ExchangeContract.ADA.value());
    final EwsConnector connector = ExchangeContract.connector(exchange, clock).build();
    private int attempts;

    Endpoint open(ItemKind kind) {
        return connector.open(ExchangeContract.ADA, kind, Items.anyConfiguration());
    }

    Endpoint contacts() {
        return open(ItemKind.CONTACT);
    }

    Endpoint events() {
        return open(ItemKind.EVENT);
    }

    LoopbackFolder contactFolder() {
        return mailbox.folder("Salesforce_Sync");
    }

    Write.Create creation(Item item) {
        attempts++;
        return new Write.Create(new CorrelationTag("v1/attempt/" + attempts), "key", item);
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
        int before = exchange.requests().size();
        work.run();
        return exchange.requests().size() - before;
    }

    @Override
    public void close() {
        exchange.close();
    }
}
