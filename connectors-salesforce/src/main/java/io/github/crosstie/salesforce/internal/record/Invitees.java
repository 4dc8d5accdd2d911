package io.github.crosstie.salesforce.internal.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.crosstie.fault.CursorExpiredException;
import io.github.crosstie.salesforce.internal.rest.DeletedIds;
import io.github.crosstie.salesforce.internal.rest.Query;
import io.github.crosstie.salesforce.internal.rest.RestRequest;
import io.github.crosstie.salesforce.internal.rest.SalesforceRest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who is invited to events: the contacts, leads and users whom records of their own, the event's relations, name. They are read with the
 * events, and never written. Thread-safe.
 */
public final class Invitees {

    /** What is attached to the row of an event: the invitees' addresses. */
    static final String ATTACHED = "Invitees";

    /** What a row must have to tell that there are any. */
    static final String COLUMN = "IsGroupEvent";

    private static final String RELATION = "EventRelation";
    private static final String FLAG = "IsInvitee";
    private static final String UNINVITED = "Uninvited";
    private static final int REMEMBERED = 500_000;

    private final SalesforceRest rest;

    /** Of which event a relation is: when it is purged, the log names its id alone. */
    private final Cache<String, String> events = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .executor(Runnable::run)
            .build();

    private volatile @Nullable String columns;

    /**
     * The invitees of an organization's events; nobody is called yet.
     *
     * @param rest the organization's API
     */
    public Invitees(SalesforceRest rest) {
        this.rest = rest;
    }

    /** The same rows, those of events with invitees with their addresses. */
    List<JsonNode> attach(List<JsonNode> rows) {
        List<String> ids = rows.stream()
                .filter(row -> row.path(COLUMN).asBoolean() && !RowReader.isDeleted(row))
                .map(RowReader::id)
                .distinct()
                .toList();
        Map<String, List<JsonNode>> relations = relations(ids);
        return rows.stream()
                .map(row -> relations.containsKey(RowReader.id(row))
                        ? with(row, relations.getOrDefault(RowReader.id(row), List.of()))
                        : row)
                .toList();
    }

    private Map<String, List<JsonNode>> relations(List<String> ids) {
        Map<String, List<JsonNode>> relations = new HashMap<>();
        for (List<String> some : Conditions.split(ids)) {
            String soql = "SELECT " + columns() + " FROM " + RELATION + " WHERE EventId IN ("
                    + RecordAccess.quoted(some) + ")";
            for (JsonNode relation : new Query(rest).rows("invitees of events", soql)) {
                relations
                        .computeIfAbsent(note(relation), absent -> new ArrayList<>())
                        .add(relation);
            }
        }
        return relations;
    }

    private String note(JsonNode relation) {
        String event = relation.path("EventId").asText();
        events.put(RowReader.id(relation), event);
        return event;
    }

    private static JsonNode with(JsonNode row, List<JsonNode> relations) {
        SortedSet<String> addresses = new TreeSet<>();
        for (JsonNode relation : relations) {
            String address = relation.path("Relation").path("Email").asText("").strip();
            boolean isOwner = relation.path("RelationId").asText().equals(RowReader.owner(row));
            if (isInvited(relation)
                    && !isOwner
                    && relation.path("Relation").hasNonNull("Email")
                    && !address.isEmpty()) {
                addresses.add(address);
            }
        }
        ObjectNode whole = row.deepCopy();
        ArrayNode attached = whole.putArray(ATTACHED);
        addresses.forEach(attached::add);
        return whole;
    }

    /** Without shared activities all relations are of invitees, and no column says so. */
    private static boolean isInvited(JsonNode relation) {
        return relation.path(FLAG).asBoolean(true)
                && !relation.path("Status").asText("").equals(UNINVITED);
    }

    /** What is read of a relation. An organization that does not show a column refuses a query that names it. */
    private String columns() {
        String known = columns;
        if (known != null) {
            return known;
        }
        JsonNode description = rest.require(RestRequest.get(
                "description of " + RELATION, rest.version().path("sobjects/" + RELATION + "/describe")));
        List<String> names = new ArrayList<>(List.of("Id", "EventId", "RelationId", "Relation.Email", "Status"));
        for (JsonNode field : description.path("fields")) {
            if (field.path("name").asText().equals(FLAG)) {
                names.add(FLAG);
            }
        }
        String found = String.join(",", names);
        columns = found;
        return found;
    }

    /**
     * The events to which somebody was invited, or is no longer, or has answered.
     *
     * @param from since when
     * @return their ids
     * @throws CursorExpiredException if the moment is too long ago for Salesforce's log of deletions
     * @throws io.github.crosstie.fault.CrosstieException as from {@link SalesforceRest#require}
     */
    Set<String> changedSince(Instant from) {
        Set<String> changed = new LinkedHashSet<>();
        String soql = "SELECT Id,EventId FROM " + RELATION + " WHERE SystemModstamp >= " + from;
        new Query(rest)
                .pages("changes of " + RELATION, soql, true, page -> page.forEach(row -> changed.add(note(row))));
        DeletedIds purged = DeletedIds.since(rest, RELATION, from)
                .orElseThrow(() -> new CursorExpiredException("changes of " + RELATION + " since " + from
                        + ": the log of deletions does not reach back that far; everything is listed and compared"));
        purged.ids().stream().map(events::getIfPresent).filter(Objects::nonNull).forEach(changed::add);
        return changed;
    }
}
