package io.github.crosstie.graph.internal.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.crosstie.graph.internal.wire.GraphAnswer;
import io.github.crosstie.graph.internal.wire.GraphCall;
import io.github.crosstie.graph.internal.wire.GraphChannel;
import io.github.crosstie.item.ItemKind;
import java.util.ArrayList;
import java.util.List;

/**
 * Requests about single items of one kind, wherever in the mailbox they are.
 *
 * @param kind contacts or events
 */
public record Items(ItemKind kind) {

    private String collection() {
        return kind == ItemKind.CONTACT ? "contacts" : "events";
    }

    private String noun() {
        return kind == ItemKind.CONTACT ? "contact" : "event";
    }

    /**
     * Reads an item.
     *
     * @param id its id
     * @return the request
     */
    public GraphCall get(String id) {
        return GraphCall.get("read a " + noun(), collection(), id);
    }

    /**
     * Lists the items of a folder.
     *
     * @param folder a folder of contacts; of events there is one, the calendar
     * @return the request
     */
    public GraphCall list(Place folder) {
        return kind == ItemKind.CONTACT
                ? GraphCall.get("find contacts", "contactFolders", folder.id(), "contacts")
                : GraphCall.get("find events", "calendar", "events");
    }

    /**
     * Creates an item.
     *
     * @param folder a folder of contacts; of events there is one, the calendar
     * @param body the item
     * @return the request
     */
    public GraphCall create(Place folder, JsonNode body) {
        return kind == ItemKind.CONTACT
                ? GraphCall.post("create a contact", body, "contactFolders", folder.id(), "contacts")
                : GraphCall.post("create an event", body, "calendar", "events");
    }

    /**
     * Changes an item, or an occurrence of a series.
     *
     * @param id its id
     * @param body the changed properties
     * @return the request
     */
    public GraphCall change(String id, JsonNode body) {
        return GraphCall.patch("change a " + noun(), body, collection(), id);
    }

    /**
     * Deletes an item, or an occurrence of a series: it goes to Deleted Items.
     *
     * @param id its id
     * @return the request
     */
    public GraphCall delete(String id) {
        return GraphCall.delete("delete a " + noun(), collection(), id);
    }

    /**
     * The occurrences of a series between two moments.
     *
     * @param seriesId the series
     * @param from from when, as Graph spells it
     * @param to until when
     * @return the request
     */
    public static GraphCall occurrences(String seriesId, String from, String to) {
        return GraphCall.get("find occurrences", "events", seriesId, "instances")
                .query("startDateTime", from)
                .query("endDateTime", to)
                .query("$select", "id,type,originalStart,originalStartTimeZone");
    }

    /**
     * Makes any number of calls, as many a request as it takes.
     *
     * @param channel the mailbox
     * @param calls what to ask
     * @return an answer for each call, in their order
     */
    public static List<GraphAnswer> all(GraphChannel channel, List<GraphCall> calls) {
        List<GraphAnswer> answers = new ArrayList<>(calls.size());
        for (int from = 0; from < calls.size(); from += GraphChannel.LARGEST_BATCH) {
            answers.addAll(
                    channel.batch(calls.subList(from, Math.min(calls.size(), from + GraphChannel.LARGEST_BATCH))));
        }
        return answers;
    }
}
