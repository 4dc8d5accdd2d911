package io.github.crosstie.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.salesforce.internal.rest.ErrorKind;
import io.github.crosstie.salesforce.internal.rest.Query;
import io.github.crosstie.salesforce.internal.rest.RecordCollections;
import io.github.crosstie.salesforce.internal.rest.RestError;
import io.github.crosstie.salesforce.internal.rest.SalesforceRest;
import io.github.crosstie.salesforce.internal.rest.Undelete;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * An organization's recycle bin: what lies there, and the way out of it. A record that is restored has its id, its history and what hangs
 * on it, which one that is made anew has not. Nothing here happens by itself: a host calls it, such as for a person who wants a deletion
 * undone, and the next round finds the record there again. Thread-safe.
 *
 * <pre>{@code
 * RecycleBin bin = RecycleBin.of(acme);
 * List<RecycleBin.Entry> deleted = bin.deleted(ItemKind.CONTACT, clock.instant().minus(Duration.ofHours(1)));
 * List<RecycleBin.Outcome> outcomes = bin.restore(deleted.stream().map(RecycleBin.Entry::id).toList());
 * }</pre>
 *
 * <p>Salesforce empties the bin after 15 days, and sooner where it is full.
 */
public final class RecycleBin {

    /** How many records one call restores at most. */
    public static final int MOST_RECORDS = Undelete.MOST_RECORDS;

    /** How many records one call lists at most. */
    public static final int MOST_ENTRIES = 2_000;

    private static final DateTimeFormatter STAMP = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendOffset("+HHmm", "Z")
            .toFormatter(Locale.ROOT);

    private final SalesforceRest rest;

    private RecycleBin(SalesforceRest rest) {
        this.rest = rest;
    }

    /**
     * The recycle bin at the end of a connection; nobody is called yet.
     *
     * @param connection the way to the organization
     * @return its bin
     */
    public static RecycleBin of(SalesforceConnection connection) {
        return new RecycleBin(connection.rest());
    }

    /**
     * A record in the bin.
     *
     * @param id its id
     * @param name what people know it by: a contact's name, an event's subject; empty if it has none
     * @param owner the id of the user who owns it
     * @param changedAt when it was deleted, or touched since
     */
    public record Entry(ItemId id, String name, Owner owner, Instant changedAt) {

        /** Requires all parts. */
        public Entry {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(owner, "owner");
            Objects.requireNonNull(changedAt, "changedAt");
        }

        /** Without the name, as it is personal data. */
        @Override
        public String toString() {
            return "Entry[id=" + id + ", owner=" + owner + ", changedAt=" + changedAt + "]";
        }
    }

    /** What became of a record that was to be restored. */
    public sealed interface Outcome {

        /**
         * Which record.
         *
         * @return its id, as it was passed
         */
        ItemId id();

        /**
         * It is there again, as it was, and with it what was deleted because of it.
         *
         * @param id its id
         */
        record Restored(ItemId id) implements Outcome {}

        /**
         * It is where it was.
         *
         * @param id its id
         * @param code why, in Salesforce's word, such as UNDELETE_FAILED
         * @param message why, and what to do about it; without values of the record
         */
        record Refused(ItemId id, String code, String message) implements Outcome {}
    }

    /**
     * What lies in the bin and the integration user sees. Left out are contacts that were merged into others, as what hung on them stays
     * with those; copies of events and occurrences of classic series, which come back with them; and event series, which come back without
     * their occurrences: restore them in Salesforce. An occurrence that was deleted alone is not listed either; restore it by its id.
     *
     * <p>At most {@link #MOST_ENTRIES} are told: where there are as many, go on from the last one's {@link Entry#changedAt}. Whatever was
     * deleted in the same second comes again.
     *
     * @param kind contacts or events
     * @param since deleted at this moment or later; the bin keeps nothing for more than 15 days
     * @return the records, those deleted first in front; at most {@link #MOST_ENTRIES}
     * @throws io.github.crosstie.fault.CrosstieException if the organization cannot be asked, see {@link
     *     io.github.crosstie.connector.Endpoint}
     */
    public List<Entry> deleted(ItemKind kind, Instant since) {
        boolean isContacts = kind == ItemKind.CONTACT;
        String object = isContacts ? "Contact" : "Event";
        String name = isContacts ? "Name" : "Subject";
        String whole = isContacts
                ? "MasterRecordId = null"
                : "IsChild = false AND (IsRecurrence = true OR (RecurrenceActivityId = null"
                        + " AND IsRecurrence2 = false))";
        String soql = "SELECT Id," + name + ",OwnerId,SystemModstamp FROM " + object
                + " WHERE IsDeleted = true AND SystemModstamp >= "
                + since.truncatedTo(ChronoUnit.SECONDS) + " AND " + whole + " ORDER BY SystemModstamp,Id LIMIT "
                + MOST_ENTRIES;
        List<Entry> entries = new ArrayList<>();
        new Query(rest)
                .pages(
                        "recycle bin of " + object,
                        soql,
                        true,
                        page -> page.forEach(row -> entries.add(entry(row, name))));
        return List.copyOf(entries);
    }

    private static Entry entry(JsonNode row, String name) {
        return new Entry(
                new ItemId(row.path("Id").asText()),
                row.path(name).asText(""),
                new Owner(row.path("OwnerId").asText()),
                OffsetDateTime.parse(row.path("SystemModstamp").asText(), STAMP).toInstant());
    }

    /**
     * Takes records out of the bin, each by itself, in one request. May be called again after a lost answer: a record that is there already
     * is refused then, and is there.
     *
     * @param ids ids of contacts or events, each once; at most {@link #MOST_RECORDS}
     * @return an outcome for each, in the order of the ids
     * @throws IllegalArgumentException if there are more, or one is no id of Salesforce's
     * @throws io.github.crosstie.fault.CrosstieException if the organization cannot be asked, or its answer was lost
     */
    public List<Outcome> restore(Collection<ItemId> ids) {
        if (ids.size() > MOST_RECORDS) {
            throw new IllegalArgumentException(
                    ids.size() + " records to restore: pass at most " + MOST_RECORDS + " at a time");
        }
        List<ItemId> asked = List.copyOf(ids);
        List<RecordCollections.Saved> saved = new Undelete(rest)
                .run(asked.stream()
                        .map(id -> SalesforceId.of(id.value()).value())
                        .toList());
        List<Outcome> outcomes = new ArrayList<>();
        for (int at = 0; at < saved.size(); at++) {
            outcomes.add(outcome(asked.get(at), saved.get(at).errors()));
        }
        return List.copyOf(outcomes);
    }

    private static Outcome outcome(ItemId id, List<RestError> errors) {
        if (errors.isEmpty()) {
            return new Outcome.Restored(id);
        }
        RestError error = errors.get(0);
        return new Outcome.Refused(
                id, error.code(), "Salesforce does not restore the record, as " + error.code() + "; " + remedy(error));
    }

    private static String remedy(RestError error) {
        if (error.kind() == ErrorKind.RIGHTS) {
            return "give the integration user the right to delete and restore records of others";
        }
        return switch (error.code()) {
            case "UNDELETE_FAILED" ->
                "it does not lie in the recycle bin: look whether it is there again, or was removed for good";
            case "INVALID_CROSS_REFERENCE_KEY", "INVALID_ID_FIELD" ->
                "there is no such record any more, or the integration user does not see it";
            default -> "look the code up in Salesforce's documentation";
        };
    }
}
