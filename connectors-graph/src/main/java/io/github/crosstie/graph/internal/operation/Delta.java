package io.github.crosstie.graph.internal.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.CursorExpiredException;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.graph.internal.wire.GraphAnswer;
import io.github.crosstie.graph.internal.wire.GraphCall;
import io.github.crosstie.graph.internal.wire.GraphChannel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows the changes of a folder of contacts, or of some days of the calendar, page by page. Thread-safe. */
public final class Delta {

    private final GraphChannel channel;

    /**
     * The changes of a mailbox.
     *
     * @param channel the mailbox
     */
    public Delta(GraphChannel channel) {
        this.channel = channel;
    }

    /**
     * The beginning of a folder of contacts. Only ids and versions are told: of what an item holds, changes tell a
     * part.
     *
     * @param folderId the folder
     * @return the first request
     */
    public static GraphCall ofContacts(String folderId) {
        return GraphCall.get("follow contacts", "contactFolders", folderId, "contacts", "delta")
                .query("$select", "id");
    }

    /**
     * The beginning of some days of the calendar.
     *
     * @param window the days
     * @return the first request
     */
    public static GraphCall ofCalendar(CalendarWindow window) {
        return GraphCall.get("follow events", "calendarView", "delta")
                .query("startDateTime", window.from() + "T00:00:00Z")
                .query("endDateTime", window.to() + "T00:00:00Z");
    }

    /**
     * One page.
     *
     * @param beginning the request that everything began with
     * @param link where to go on; null for the beginning
     * @param most how many items it is to tell of at most
     * @return the page
     * @throws io.github.crosstie.fault.CursorExpiredException if the link is not accepted any more
     */
    public DeltaPage page(GraphCall beginning, @Nullable String link, int most) {
        // Links carry no preferences along.
        GraphCall paged = beginning.preferring("odata.maxpagesize=" + most);
        GraphAnswer answer = link == null ? begin(paged) : channel.call(paged.following(link));
        JsonNode body = answer.required();
        List<DeltaEntry> entries = new ArrayList<>();
        body.path("value").forEach(entry -> entries.add(entry(answer, entry)));
        String next = body.path("@odata.nextLink").asText("");
        String last = body.path("@odata.deltaLink").asText("");
        if (next.isEmpty() && last.isEmpty()) {
            throw new ContractBrokenException(answer.where()
                    + ": a page of changes says neither how to go on nor that it is the last; report" + " it");
        }
        return next.isEmpty() ? new DeltaPage(entries, last, true) : new DeltaPage(entries, next, false);
    }

    /** A beginning has no state that could be too old: nothing would be gained by listing everything instead. */
    private GraphAnswer begin(GraphCall beginning) {
        try {
            return channel.call(beginning);
        } catch (CursorExpiredException e) {
            throw new UnavailableException(
                    "the server refuses to begin, as if it had been given a state that is too old; try again later", e);
        }
    }

    private static DeltaEntry entry(GraphAnswer answer, JsonNode entry) {
        String id = entry.path("id").asText("");
        if (id.isEmpty()) {
            throw new ContractBrokenException(answer.where() + ": a change tells of an item without an id; report it");
        }
        if (entry.has("@removed")) {
            return new DeltaEntry.Removed(id);
        }
        String seriesId = entry.path("seriesMasterId").asText("");
        return seriesId.isEmpty()
                ? new DeltaEntry.Present(id, Etag.version(answer, entry))
                : new DeltaEntry.Occurrence(id, seriesId);
    }
}
