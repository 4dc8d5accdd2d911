package io.github.crosstie.salesforce;

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
import io.github.crosstie.salesforce.internal.record.ChangeFeed;
import io.github.crosstie.salesforce.internal.record.Invitees;
import io.github.crosstie.salesforce.internal.record.OwnerListing;
import io.github.crosstie.salesforce.internal.record.RecordAccess;
import io.github.crosstie.salesforce.internal.record.RecordMapping;
import io.github.crosstie.salesforce.internal.record.RecordWrites;
import io.github.crosstie.salesforce.internal.record.RowReader;
import io.github.crosstie.salesforce.internal.rest.RecordCollections;
import io.github.crosstie.salesforce.internal.rest.SalesforceRest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One user's contacts or events in Salesforce: those that the user owns (S23). */
final class SalesforceEndpoint implements Endpoint {

    private static final int WRITE_BATCH = RecordCollections.WRITE_BATCH;

    private final RecordMapping mapping;
    private final Capabilities capabilities;
    private final ScopeIdentity scope;
    private final OwnerListing listing;
    private final RecordAccess access;
    private final RecordWrites writes;
    private final @Nullable String tagColumn;

    SalesforceEndpoint(
            SalesforceRest rest,
            String organization,
            SalesforceId owner,
            RecordMapping mapping,
            ChangeFeed feed,
            @Nullable String tagColumn,
            @Nullable Invitees invitees) {
        this.mapping = mapping;
        this.tagColumn = tagColumn;
        RowReader reader = new RowReader(mapping, tagColumn, invitees);
        String user = owner.value();
        capabilities = new Capabilities(mapping.fields(), tagColumn != null, false, WRITE_BATCH, WRITE_BATCH);
        scope = new ScopeIdentity(organization + "/" + user + "/" + mapping.object());
        listing = new OwnerListing(rest, mapping, reader, feed, user);
        access = new RecordAccess(rest, mapping, reader, user, SalesforceEndpoint::isId);
        writes = new RecordWrites(rest, mapping, reader, access, tagColumn, user);
    }

    private static boolean isId(String text) {
        try {
            return SalesforceId.of(text).value().equals(text);
        } catch (IllegalArgumentException e) {
            // What is no id is no record's.
            return false;
        }
    }

    @Override
    public Side side() {
        return Side.CRM;
    }

    @Override
    public ItemKind kind() {
        return mapping.kind();
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public ScopeIdentity scopeIdentity() {
        return scope;
    }

    @Override
    public ChangePage changes(@Nullable Cursor cursor) {
        return listing.page(cursor);
    }

    @Override
    public List<ReadOutcome> read(Collection<ItemId> ids) {
        return access.read(ids);
    }

    @Override
    public List<Tagged> find(Collection<CorrelationTag> tags) {
        String column = tagColumn;
        return column == null ? List.of() : access.find(column, tags);
    }

    @Override
    public List<WriteOutcome> write(List<Write> some) {
        return writes.write(some);
    }

    @Override
    public @Nullable Object project(Field<?> field, Object value) {
        return mapping.project(field, value);
    }

    @Override
    public Optional<String> cannotExpress(Item series) {
        return mapping.cannotExpress(series);
    }
}
