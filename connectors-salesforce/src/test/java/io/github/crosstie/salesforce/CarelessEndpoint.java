package io.github.crosstie.salesforce;

import io.github.crosstie.connector.Capabilities;
import io.github.crosstie.connector.Change;
import io.github.crosstie.connector.ChangePage;
import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Cursor;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.connector.ScopeIdentity;
import io.github.crosstie.connector.Tagged;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The connector's endpoint without one of its measures. */
final class CarelessEndpoint implements Endpoint {

    /** What the connector takes care of. */
    enum Measure {
        /** It tells which creation made a record. */
        MARKS,
        /** It writes to nothing that has changed since it was read. */
        CONDITIONS
    }

    private final Endpoint endpoint;
    private final Measure missing;

    CarelessEndpoint(Endpoint endpoint, Measure missing) {
        this.endpoint = endpoint;
        this.missing = missing;
    }

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
    public @Nullable Object project(Field<?> field, Object value) {
        return endpoint.project(field, value);
    }

    @Override
    public ChangePage changes(@Nullable Cursor cursor) {
        ChangePage page = endpoint.changes(cursor);
        List<Change> changes = page.changes().stream().map(this::withoutMark).toList();
        return new ChangePage(changes, page.next(), page.more(), page.complete());
    }

    private Change withoutMark(Change change) {
        return change instanceof Change.Upserted upserted && upserted.record() != null
                ? new Change.Upserted(upserted.id(), upserted.version(), withoutMark(upserted.record()))
                : change;
    }

    private RemoteItem withoutMark(RemoteItem record) {
        return missing == Measure.MARKS
                ? new RemoteItem(
                        record.id(),
                        record.version(),
                        record.item(),
                        null,
                        record.createdAt(),
                        record.modifiedAt(),
                        record.activityAt())
                : record;
    }

    @Override
    public List<ReadOutcome> read(Collection<ItemId> ids) {
        return endpoint.read(ids).stream()
                .map(outcome -> outcome instanceof ReadOutcome.Found found
                        ? new ReadOutcome.Found(withoutMark(found.record()))
                        : outcome)
                .toList();
    }

    @Override
    public List<Tagged> find(Collection<CorrelationTag> tags) {
        return missing == Measure.MARKS ? List.of() : endpoint.find(tags);
    }

    @Override
    public List<WriteOutcome> write(List<Write> writes) {
        return endpoint.write(
                missing == Measure.CONDITIONS
                        ? writes.stream().map(this::withoutCondition).toList()
                        : writes);
    }

    /** Based on whatever is there. */
    private Write withoutCondition(Write write) {
        return write instanceof Write.Update update
                        && endpoint.read(List.of(update.id())).get(0) instanceof ReadOutcome.Found found
                ? new Write.Update(update.id(), found.record().version(), update.fields(), update.notification())
                : write;
    }
}
