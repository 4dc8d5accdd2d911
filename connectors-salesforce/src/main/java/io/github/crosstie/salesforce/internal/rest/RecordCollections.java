package io.github.crosstie.salesforce.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.http.internal.AnswerLost;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records of one object, read and written by the hundred, each with an outcome of its own (sObject Collections). */
public final class RecordCollections {

    /** How many records a write takes at most. */
    public static final int WRITE_BATCH = 200;

    /** How many ids a read takes at most. */
    public static final int READ_BATCH = 2_000;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final SalesforceRest rest;
    private final String object;

    /**
     * Records of one object.
     *
     * @param rest the organization's API
     * @param object the object's API name, such as Contact
     */
    public RecordCollections(SalesforceRest rest, String object) {
        this.rest = rest;
        this.object = object;
    }

    /**
     * What became of one record.
     *
     * @param id its id; null if it was not written
     * @param isCreated whether it was made by this request
     * @param errors what Salesforce says against it; empty if it was written
     */
    public record Saved(@Nullable String id, boolean isCreated, List<RestError> errors) {

        /** Copies the errors. */
        public Saved {
            errors = List.copyOf(errors);
        }

        /**
         * Whether it was written.
         *
         * @return true if nothing is said against it
         */
        public boolean isSuccess() {
            return errors.isEmpty();
        }
    }

    /**
     * Reads records by id.
     *
     * @param ids at most {@link #READ_BATCH}
     * @param fields what to read of each
     * @return one node for each id, in order; null nodes for records that are deleted or out of view
     * @throws io.github.crosstie.fault.CrosstieException as from {@link SalesforceRest#require}
     */
    public List<JsonNode> read(List<String> ids, List<String> fields) {
        if (ids.isEmpty()) {
            return List.of();
        }
        ObjectNode body = JSON.objectNode();
        ids.forEach(body.putArray("ids")::add);
        fields.forEach(body.putArray("fields")::add);
        String name = "read " + ids.size() + " of " + object;
        JsonNode answer = rest.require(RestRequest.ask(name, root() + "/" + object, body));
        return nodes(name, answer, ids.size());
    }

    /**
     * Creates records.
     *
     * @param records their fields; at most {@link #WRITE_BATCH}
     * @return what became of each, in order
     * @throws io.github.crosstie.fault.CrosstieException as from {@link SalesforceRest#require}
     */
    public List<Saved> create(List<ObjectNode> records) {
        return save("create", "POST", "", records);
    }

    /**
     * What became of changes.
     *
     * @param saved of each, in order
     * @param rows the records as they were right after it; those that Salesforce did not show are missing
     */
    public record Changed(List<Saved> saved, List<JsonNode> rows) {

        /** Copies both. */
        public Changed {
            saved = List.copyOf(saved);
            rows = List.copyOf(rows);
        }
    }

    /**
     * Changes records, and reads them as they are then: in one request, unless a text of theirs would be misread there.
     *
     * @param records their {@code Id} and the fields to change; 1 to {@link #WRITE_BATCH}
     * @param soql asks for the same records
     * @return what became of them
     * @throws io.github.crosstie.fault.CrosstieException as from {@link SalesforceRest#require}
     */
    public Changed update(List<ObjectNode> records, String soql) {
        if (records.stream().anyMatch(CompositeRequest::isTakenForReference)) {
            List<Saved> saved = save("update", "PATCH", "", records);
            return new Changed(saved, shown(soql));
        }
        String name = "update " + records.size() + " of " + object;
        RestRequest query = RestRequest.get(name, rest.version().path("query")).query("q", soql);
        List<CompositeRequest.Part> parts = new CompositeRequest(false)
                .add("PATCH", root(), body(records))
                .add("GET", query.path(), null)
                .send(rest, name);
        CompositeRequest.Part save = parts.get(0);
        List<JsonNode> rows = new ArrayList<>();
        if (parts.get(1).isSuccess()) {
            parts.get(1).body().path("records").forEach(rows::add);
        }
        return new Changed(
                save.isSuccess() ? saved(name, save.body(), records.size()) : refused(save, records.size()), rows);
    }

    private List<JsonNode> shown(String soql) {
        try {
            return new Query(rest).rows("read updated " + object, soql);
        } catch (CrosstieException e) {
            // Changed all the same: what is not shown now is read when it is listed.
            return List.of();
        }
    }

    /** Against all of them together: nothing was done, unless the server broke down over it. */
    private List<Saved> refused(CompositeRequest.Part save, int asked) {
        save.throwTrouble(rest);
        if (save.error().kind() != ErrorKind.TRANSIENT) {
            throw RestTrouble.unexpected(save.request(), save.status(), save.errors());
        }
        return Collections.nCopies(asked, new Saved(null, false, List.of(save.error())));
    }

    /**
     * Creates records, or changes those that have their external id already: a repeated creation makes no second record.
     *
     * @param externalId the field by which records are known
     * @param records their fields, that one among them; at most {@link #WRITE_BATCH}
     * @return what became of each, in order
     * @throws io.github.crosstie.fault.CrosstieException as from {@link SalesforceRest#require}
     */
    public List<Saved> upsert(String externalId, List<ObjectNode> records) {
        return save("upsert", "PATCH", "/" + object + "/" + externalId, records);
    }

    /**
     * Deletes records: they go to the recycle bin.
     *
     * @param ids at most {@link #WRITE_BATCH}
     * @return what became of each, in order
     * @throws io.github.crosstie.fault.CrosstieException as from {@link SalesforceRest#require}
     */
    public List<Saved> delete(List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        String name = "delete " + ids.size() + " of " + object;
        RestRequest request = RestRequest.write(name, "DELETE", root(), null)
                .query("ids", String.join(",", ids))
                .query("allOrNone", "false");
        return saved(name, rest.require(request), ids.size());
    }

    private List<Saved> save(String verb, String method, String below, List<ObjectNode> records) {
        if (records.isEmpty()) {
            return List.of();
        }
        String name = verb + " " + records.size() + " of " + object;
        RestRequest request = RestRequest.write(name, method, root() + below, body(records));
        return saved(name, rest.require(request), records.size());
    }

    private ObjectNode body(List<ObjectNode> records) {
        ObjectNode body = JSON.objectNode().put("allOrNone", false);
        ArrayNode list = body.putArray("records");
        for (ObjectNode record : records) {
            ObjectNode typed = JSON.objectNode();
            typed.putObject("attributes").put("type", object);
            typed.setAll(record);
            list.add(typed);
        }
        return body;
    }

    private String root() {
        return rest.version().path("composite/sobjects");
    }

    private static List<Saved> saved(String name, JsonNode answer, int asked) {
        List<Saved> saved = new ArrayList<>();
        for (JsonNode one : nodes(name, answer, asked)) {
            boolean isSuccess = one.path("success").asBoolean();
            List<RestError> errors = RestError.read(one.path("errors"));
            if (!isSuccess && errors.isEmpty()) {
                errors = List.of(new RestError("UNKNOWN", "", List.of()));
            }
            saved.add(new Saved(
                    one.hasNonNull("id") ? one.path("id").asText() : null,
                    one.path("created").asBoolean(isSuccess),
                    isSuccess ? List.of() : errors));
        }
        return saved;
    }

    private static List<JsonNode> nodes(String name, JsonNode answer, int asked) {
        if (!answer.isArray() || answer.size() != asked) {
            throw AnswerLost.mark(new ContractBrokenException(name + ": " + answer.size()
                    + " outcomes came back; report it, with what stands between here and Salesforce"));
        }
        List<JsonNode> nodes = new ArrayList<>();
        answer.forEach(nodes::add);
        return nodes;
    }
}
