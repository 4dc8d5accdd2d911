package io.github.crosstie.testkit;

import io.github.crosstie.conflict.MailboxClaim;
import io.github.crosstie.connector.Capabilities;
import io.github.crosstie.connector.ChangePage;
import io.github.crosstie.connector.ClaimOutcome;
import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Cursor;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.ReadOutcome;
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
import org.jspecify.annotations.Nullable;

/** An endpoint that keeps its promises, but for what a test overrides. */
class MutantEndpoint implements Endpoint {

    final Endpoint sound;

    MutantEndpoint(Endpoint sound) {
        this.sound = sound;
    }

    @Override
    public Side side() {
        return sound.side();
    }

    @Override
    public ItemKind kind() {
        return sound.kind();
    }

    @Override
    public Capabilities capabilities() {
        return sound.capabilities();
    }

    @Override
    public ScopeIdentity scopeIdentity() {
        return sound.scopeIdentity();
    }

    @Override
    public ChangePage changes(@Nullable Cursor cursor) {
        return sound.changes(cursor);
    }

    @Override
    public List<ReadOutcome> read(Collection<ItemId> ids) {
        return sound.read(ids);
    }

    @Override
    public List<Tagged> find(Collection<CorrelationTag> tags) {
        return sound.find(tags);
    }

    @Override
    public List<WriteOutcome> write(List<Write> writes) {
        return writes.stream()
                .map(write -> sound.write(List.of(one(write))).get(0))
                .toList();
    }

    /** What really becomes of one write. */
    Write one(Write write) {
        return write;
    }

    @Override
    public Optional<MailboxClaim> readClaim() {
        return sound.readClaim();
    }

    @Override
    public ClaimOutcome replaceClaim(@Nullable MailboxClaim expected, MailboxClaim claim) {
        return sound.replaceClaim(expected, claim);
    }

    @Override
    public @Nullable Object project(Field<?> field, Object value) {
        return sound.project(field, value);
    }
}
