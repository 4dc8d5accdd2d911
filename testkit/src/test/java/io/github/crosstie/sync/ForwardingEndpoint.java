package io.github.crosstie.sync;

import io.github.crosstie.conflict.MailboxClaim;
import io.github.crosstie.connector.Capabilities;
import io.github.crosstie.connector.ChangePage;
import io.github.crosstie.connector.ClaimOutcome;
import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Cursor;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.Removal;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An endpoint that behaves like another one, apart from what a test makes it do differently. */
class ForwardingEndpoint implements Endpoint {

    private final Endpoint endpoint;

    ForwardingEndpoint(Endpoint endpoint) {
        this.endpoint = endpoint;
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
    public Map<ItemId, Removal> removals(Map<ItemId, List<CorrelationTag>> marks) {
        return endpoint.removals(marks);
    }

    @Override
    public List<WriteOutcome> write(List<Write> writes) {
        return endpoint.write(writes);
    }

    @Override
    public @Nullable Object project(Field<?> field, Object value) {
        return endpoint.project(field, value);
    }

    @Override
    public Optional<String> cannotExpress(Item series) {
        return endpoint.cannotExpress(series);
    }

    @Override
    public Optional<MailboxClaim> readClaim() {
        return endpoint.readClaim();
    }

    @Override
    public ClaimOutcome replaceClaim(@Nullable MailboxClaim expected, MailboxClaim claim) {
        return endpoint.replaceClaim(expected, claim);
    }
}
