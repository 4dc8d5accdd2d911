package io.github.crosstie.salesforce.internal.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.crosstie.connector.Change;
import io.github.crosstie.connector.ChangePage;
import io.github.crosstie.connector.Cursor;
import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.salesforce.internal.rest.RestRequest;
import io.github.crosstie.salesforce.internal.rest.SalesforceRest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that one user owns, page by page; then what has changed, from the organization's feed. */
public final class OwnerListing {

    private static final String API = "/services/data/";

    private final SalesforceRest rest;
    private final RecordMapping mapping;
    private final RowReader reader;
    private final ChangeFeed feed;
    private final String owner;
    private final SeriesRows series;

    /**
     * The records of one user.
     *
     * @param rest the organization's API
     * @param mapping of which object
     * @param reader reads its rows
     * @param feed what changes in the organization
     * @param owner whose records
     */
    public OwnerListing(SalesforceRest rest, RecordMapping mapping, RowReader reader, ChangeFeed feed, String owner) {
        this.rest = rest;
        this.mapping = mapping;
        this.reader = reader;
        this.feed = feed;
        this.owner = owner;
        this.series = new SeriesRows(rest, reader);
    }

    /**
     * A page of changes.
     *
     * @param cursor where to go on; null for everything
     * @return the page
     * @throws io.github.crosstie.fault.CursorExpiredException if the place is forgotten
     * @throws io.github.crosstie.fault.CrosstieException as from {@link SalesforceRest#require}
     */
    public ChangePage page(@Nullable Cursor cursor) {
        if (cursor == null) {
            return first();
        }
        FeedCursor place = FeedCursor.of(cursor);
        if (place instanceof FeedCursor.Listing listing) {
            return next(listing);
        }
        return changed((FeedCursor.Changes) place);
    }

    private ChangePage changed(FeedCursor.Changes place) {
        boolean isSameFeed = place.feed().equals(feed.name());
        ChangeFeed.Slice slice = feed.since(owner, place.since(), isSameFeed ? place.position() : 0);
        Instant since = slice.since().isAfter(place.since()) ? slice.since() : place.since();
        FeedCursor next = slice.changes().isEmpty() && isSameFeed && slice.position() == place.position()
                ? new FeedCursor.Changes(stable(place.since(), since), feed.name(), slice.position())
                : new FeedCursor.Changes(since, feed.name(), slice.position());
        List<Change> changes = slice.changes().stream().map(this::told).toList();
        return new ChangePage(changes, next.toCursor(), !slice.isLast(), false);
    }

    private Change told(FeedChange change) {
        return change instanceof FeedChange.Changed changed ? changed(changed) : removed((FeedChange.Gone) change);
    }

    /** Without its row, the engine reads it if it needs it. */
    private Change changed(FeedChange.Changed changed) {
        JsonNode row = changed.row();
        return row == null
                ? new Change.Upserted(new ItemId(changed.id()), changed.version())
                : upserted(reader.read(row));
    }

    private static Change removed(FeedChange.Gone gone) {
        return new Change.Removed(new ItemId(gone.id()), gone.removal());
    }

    /** An idle feed moves its moment on only now and then, so that quiet rounds have nothing to store. */
    private static Instant stable(Instant known, Instant now) {
        return Duration.between(known, now).compareTo(Duration.ofHours(1)) > 0 ? now : known;
    }

    private ChangePage first() {
        ChangeFeed.Beginning beginning = feed.beginning();
        FeedCursor.Changes begun = new FeedCursor.Changes(beginning.since(), beginning.feed(), beginning.position());
        String condition = mapping.condition().isEmpty() ? "" : " AND " + mapping.condition();
        String soql = "SELECT " + String.join(",", reader.columns()) + " FROM " + mapping.object()
                + " WHERE OwnerId = '" + owner + "'" + condition;
        JsonNode page = rest.require(
                RestRequest.get(name(), rest.version().path("query")).query("q", soql));
        return page(page, begun, page.path("totalSize").asLong(-1), 0);
    }

    private ChangePage next(FeedCursor.Listing listing) {
        if (!listing.next().startsWith(API)) {
            throw new ContractBrokenException(
                    name() + ": the next page leads nowhere in the API; nothing was sent there");
        }
        JsonNode page = rest.require(RestRequest.get(name(), listing.next()));
        return page(page, listing.begun(), listing.total(), listing.read());
    }

    private ChangePage page(JsonNode page, FeedCursor.Changes begun, long total, long before) {
        JsonNode rows = page.path("records");
        if (!rows.isArray() || !page.has("done") || total < 0) {
            throw new ContractBrokenException(
                    name() + ": the answer is not a page of a query; report it, with what stands between here and"
                            + " Salesforce");
        }
        List<Change> changes = new ArrayList<>();
        List<JsonNode> some = new ArrayList<>();
        rows.forEach(some::add);
        series.complete(some).stream().filter(reader::isRecord).forEach(row -> changes.add(listed(row)));
        long read = before + rows.size();
        if (page.path("done").asBoolean()) {
            return new ChangePage(changes, begun.toCursor(), false, read == total);
        }
        String next = page.path("nextRecordsUrl").asText();
        return new ChangePage(changes, new FeedCursor.Listing(begun, total, read, next).toCursor(), true, false);
    }

    private Change listed(JsonNode row) {
        feed.note(RowReader.id(row), RowReader.owner(row), RowReader.changedAt(row));
        return upserted(reader.read(row));
    }

    private static Change upserted(RecordRow row) {
        RemoteItem record = row.record();
        return record == null
                ? new Change.Upserted(new ItemId(row.id()), new ItemVersion("unreadable"))
                : new Change.Upserted(record.id(), record.version(), record);
    }

    private String name() {
        return "listing of " + mapping.object();
    }
}
