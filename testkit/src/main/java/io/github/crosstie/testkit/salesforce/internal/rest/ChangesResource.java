package io.github.crosstie.testkit.salesforce.internal.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.testkit.salesforce.internal.record.Database;
import io.github.crosstie.testkit.salesforce.internal.record.DeletedRow;
import io.github.crosstie.testkit.salesforce.internal.record.FieldValues;
import io.github.crosstie.testkit.salesforce.internal.record.ObjectDefinition;
import io.github.crosstie.testkit.salesforce.internal.record.Refusal;
import io.github.crosstie.testkit.salesforce.internal.record.StoredRow;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** {@code sobjects/Contact/deleted} and {@code sobjects/Contact/updated}: ids by the time of their change, to the minute. */
final class ChangesResource implements Resource {

    private static final Duration UPDATES_KEPT = Duration.ofDays(30);

    /** From the start, inclusive, to the end, exclusive. */
    private record Window(Instant start, Instant end) {

        boolean holds(Instant moment) {
            return !moment.isBefore(start) && moment.isBefore(end);
        }
    }

    private final Database database;
    private final RecordBody body;

    ChangesResource(Database database) {
        this.database = database;
        body = new RecordBody(database);
    }

    @Override
    public ApiResponse answer(ApiRequest request) {
        if (!request.method().equals("GET")) {
            throw request.methodRefused("GET", "HEAD");
        }
        ObjectDefinition object = body.object(request.part(1));
        return request.part(2).equals("deleted") ? deleted(request, object) : updated(request, object);
    }

    private ApiResponse deleted(ApiRequest request, ObjectDefinition object) {
        Window window = window(request, Database.RETENTION);
        List<DeletedRow> found = database.table(object).deletions().stream()
                .filter(deletion -> window.holds(deletion.at()))
                .filter(deletion -> inSight(object, deletion))
                .toList();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode records = json.putArray("deletedRecords");
        found.forEach(deletion ->
                records.addObject().put("id", deletion.id()).put("deletedDate", FieldValues.moment(deletion.at())));
        json.put("earliestDateAvailable", FieldValues.moment(database.earliestDeletion()));
        json.put("latestDateCovered", FieldValues.moment(covered(window)));
        return ApiResponse.of(200, json);
    }

    private boolean inSight(ObjectDefinition object, DeletedRow deletion) {
        StoredRow row = database.table(object).find(deletion.id());
        return row == null || database.permissions().sees(row);
    }

    private ApiResponse updated(ApiRequest request, ObjectDefinition object) {
        Window window = window(request, UPDATES_KEPT);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode ids = json.putArray("ids");
        database.table(object).rows().stream()
                .filter(row -> !row.deleted() && database.permissions().sees(row) && window.holds(row.stamp()))
                .forEach(row -> ids.add(row.id()));
        json.put("latestDateCovered", FieldValues.moment(covered(window)));
        return ApiResponse.of(200, json);
    }

    private Instant covered(Window window) {
        Instant now = database.now().truncatedTo(ChronoUnit.MINUTES);
        return window.end().isAfter(now) ? now : window.end();
    }

    /** Seconds do not count: the original ignores them. */
    private Window window(ApiRequest request, Duration kept) {
        Window window = new Window(minute(request, "start"), minute(request, "end"));
        if (!window.start().isBefore(window.end())) {
            throw new Refusal("INVALID_REPLICATION_DATE", "endDate must be at least one minute greater than startDate");
        }
        if (window.start().isBefore(database.now().minus(kept))) {
            throw new Refusal(
                    "INVALID_REPLICATION_DATE", "startDate cannot be more than " + kept.toDays() + " days ago");
        }
        return window;
    }

    private static Instant minute(ApiRequest request, String parameter) {
        String text = request.parameter(parameter).replace(' ', '+'); // a plus sign that nobody encoded
        try {
            return FieldValues.moment(text).truncatedTo(ChronoUnit.MINUTES);
        } catch (DateTimeParseException unreadable) {
            throw new Refusal("INVALID_REPLICATION_DATE", "parameter " + parameter + " is no moment: " + text);
        }
    }
}
