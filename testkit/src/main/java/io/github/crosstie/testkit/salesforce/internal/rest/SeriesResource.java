package io.github.crosstie.testkit.salesforce.internal.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.crosstie.testkit.salesforce.internal.record.Database;
import io.github.crosstie.testkit.salesforce.internal.record.ObjectDefinition;
import io.github.crosstie.testkit.salesforce.internal.record.RecordWriter;
import io.github.crosstie.testkit.salesforce.internal.record.Refusal;
import io.github.crosstie.testkit.salesforce.internal.record.SeriesEvents;
import io.github.crosstie.testkit.salesforce.internal.record.StoredRow;
import java.time.Instant;
import java.util.List;

/**
 * {@code sobjects/Event/00U…/fromThisEventOnwards}: deletes the rest of a series. The events of a series have one owner, one
 * pattern and one start of it.
 */
final class SeriesResource implements Resource {

    private final Database database;
    private final RecordWriter writer;

    SeriesResource(Database database, RecordWriter writer) {
        this.database = database;
        this.writer = writer;
    }

    @Override
    public ApiResponse answer(ApiRequest request) {
        if (!request.method().equals("DELETE")) {
            throw request.methodRefused("DELETE");
        }
        ObjectDefinition events = database.schema().object("Event");
        StoredRow first = writer.find(events, request.part(2), request.actor());
        if (!first.flag("IsRecurrence2") || first.flag("IsRecurrence2Exclusion")) {
            throw new Refusal("INVALID_OPERATION", "the event is not part of a series");
        }
        List<StoredRow> rest = List.copyOf(database.table(events).rows()).stream()
                .filter(event -> !event.deleted() && SeriesEvents.isSameSeries(first, event))
                .filter(event -> !start(event).isBefore(start(first)))
                .toList();
        rest.forEach(event -> writer.delete(event, request.actor()));
        return ApiResponse.of(
                200,
                JsonNodeFactory.instance
                        .objectNode()
                        .put(
                                "success",
                                "We’re deleting the selected events from the series. Wait for all events to be removed."));
    }

    private static Instant start(StoredRow event) {
        return event.get("StartDateTime") instanceof Instant start ? start : Instant.MAX;
    }
}
