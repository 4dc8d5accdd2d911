package io.github.crosstie.testkit.simulator;

import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.connector.Capabilities;
import io.github.crosstie.connector.ChangePage;
import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Cursor;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.ScopeIdentity;
import io.github.crosstie.connector.Tagged;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A side whose endpoint says that it has updated a record, and has not. */
final class ForgetfulSide implements SimulatedSide {

    private final SimulatedSide side;

    ForgetfulSide(SimulatedSide side) {
        this.side = side;
    }

    @Override
    public Endpoint open(SyncConfiguration configuration) {
        return new ForgetfulEndpoint(side.open(configuration));
    }

    @Override
    public Map<ItemId, Item> items() {
        return side.items();
    }

    @Override
    public ItemId create(Item item) {
        return side.create(item);
    }

    @Override
    public void edit(ItemId id, Field<?> field, @Nullable Object value) {
        side.edit(id, field, value);
    }

    @Override
    public void delete(ItemId id) {
        side.delete(id);
    }

    private record ForgetfulEndpoint(Endpoint endpoint) implements Endpoint {

        @Override
        public Side side() {
            return endpoint.side();
        }

        @Override
        public ItemKind kind() {
            return endpoint.kind();
        }

        @Override
        public Capabilities capabilities() {
            return endpoint.capabilities();
        }

        @Override
        public ScopeIdentity scopeIdentity() {
            return endpoint.scopeIdentity();
        }

        @Override
        public ChangePage changes(@Nullable Cursor cursor) {
            return endpoint.changes(cursor);
        }

        @Override
        public List<ReadOutcome> read(Collection<ItemId> ids) {
            return endpoint.read(ids);
        }

        @Override
        public List<Tagged> find(Collection<CorrelationTag> tags) {
            return endpoint.find(tags);
        }

        @Override
        public List<WriteOutcome> write(List<Write> writes) {
            return writes.stream()
                    .map(write -> write instanceof Write.Update update
                            ? new WriteOutcome.Written(update.id(), update.expectedVersion())
                            : endpoint.write(List.of(write)).get(0))
                    .toList();
        }
    }
}
