package io.github.crosstie.sync;

import io.github.crosstie.conflict.MailboxClaim;
import io.github.crosstie.connector.Capabilities;
import io.github.crosstie.connector.Change;
import io.github.crosstie.connector.ChangePage;
import io.github.crosstie.connector.ClaimOutcome;
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
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An endpoint that neither declares nor shows one of its fields. */
record NarrowEndpoint(Endpoint wide, Field<?> hidden) implements Endpoint {

    @Override
    public Side side() {
        return wide.side();
    }

    @Override
    public ItemKind kind() {
        return wide.kind();
    }

    @Override
    public Capabilities capabilities() {
        TreeSet<Field<?>> fields = new TreeSet<>(wide.capabilities().fields());
        fields.remove(hidden);
        return wide.capabilities().withFields(fields);
    }

    @Override
    public ScopeIdentity scopeIdentity() {
        return wide.scopeIdentity();
    }

    @Override
    public ChangePage changes(@Nullable Cursor cursor) {
        ChangePage page = wide.changes(cursor);
        List<Change> changes = page.changes().stream()
                .map(change -> change instanceof Change.Upserted upserted
                        ? new Change.Upserted(upserted.id(), upserted.version())
                        : change)
                .toList();
        return new ChangePage(changes, page.next(), page.more(), page.complete());
    }

    @Override
    public List<ReadOutcome> read(Collection<ItemId> ids) {
        return wide.read(ids).stream().map(this::narrowed).toList();
    }

    private ReadOutcome narrowed(ReadOutcome outcome) {
        if (outcome instanceof ReadOutcome.Found found) {
            RemoteItem record = found.record();
            return new ReadOutcome.Found(new RemoteItem(
                    record.id(),
                    record.version(),
                    record.item().toBuilder().put(hidden, null).build(),
                    record.tag(),
                    record.createdAt(),
                    record.modifiedAt(),
                    record.activityAt()));
        }
        return outcome;
    }

    @Override
    public List<Tagged> find(Collection<CorrelationTag> tags) {
        return wide.find(tags);
    }

    @Override
    public List<WriteOutcome> write(List<Write> writes) {
        return wide.write(writes);
    }

    @Override
    public @Nullable Object project(Field<?> field, Object value) {
        return wide.project(field, value);
    }

    @Override
    public Optional<MailboxClaim> readClaim() {
        return wide.readClaim();
    }

    @Override
    public ClaimOutcome replaceClaim(@Nullable MailboxClaim expected, MailboxClaim claim) {
        return wide.replaceClaim(expected, claim);
    }
}
