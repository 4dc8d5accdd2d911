package io.github.crosstie.salesforce.internal.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemVersion;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows of one object, with their id, owner, stamps and mark.
 *
 * <p>A row's version is a digest of what it holds. Salesforce's stamps are whole seconds, so that two edits in one second have the same
 * stamp; and they change by edits of columns that are nobody's business here.
 */
public final class RowReader {

    static final DateTimeFormatter STAMP = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendOffset("+HHmm", "Z")
            .toFormatter(Locale.ROOT);
    private static final int VERSION_BYTES = 16;

    private final RecordMapping mapping;
    private final @Nullable String tagColumn;
    private final @Nullable Invitees invitees;

    /**
     * A reader.
     *
     * @param mapping which columns hold what
     * @param tagColumn the column of the engine's marks; null if the organization has none
     * @param invitees who is invited to events; null to leave them alone
     */
    public RowReader(RecordMapping mapping, @Nullable String tagColumn, @Nullable Invitees invitees) {
        this.mapping = mapping;
        this.tagColumn = tagColumn;
        this.invitees = invitees;
    }

    /** The same rows, with whoever is invited to the events among them. */
    List<JsonNode> withInvitees(List<JsonNode> rows) {
        return invitees == null ? rows : invitees.attach(rows);
    }

    /** The events of which the invitees changed since a moment. */
    Set<String> invitedSince(Instant moment) {
        return invitees == null ? Set.of() : invitees.changedSince(moment);
    }

    /**
     * All columns that a row must have to be read.
     *
     * @return their names
     */
    public List<String> columns() {
        List<String> all = new ArrayList<>(
                List.of("Id", "OwnerId", "IsDeleted", "CreatedDate", "LastModifiedDate", "SystemModstamp"));
        all.addAll(mapping.columns());
        if (tagColumn != null) {
            all.add(tagColumn);
        }
        return all.stream().distinct().toList();
    }

    /**
     * Reads a row.
     *
     * @param row a row with all {@link #columns}
     * @return what it holds, or why it cannot be understood
     */
    public RecordRow read(JsonNode row) {
        String id = id(row);
        String owner = owner(row);
        boolean isDeleted = isDeleted(row);
        try {
            Item item = mapping.read(row);
            RemoteItem record = new RemoteItem(new ItemId(id), version(row), item)
                    .withTimes(stamp(row, "CreatedDate"), stamp(row, "LastModifiedDate"), null)
                    .withTag(tag(row));
            return new RecordRow(id, owner, isDeleted, record, "");
        } catch (DateTimeException e) {
            return new RecordRow(id, owner, isDeleted, null, "a date or time of it cannot be read");
        } catch (IllegalArgumentException e) {
            return new RecordRow(id, owner, isDeleted, null, String.valueOf(e.getMessage()));
        }
    }

    /**
     * The version of a row.
     *
     * @param row a row with all {@link #columns}
     * @return the same for the same contents
     */
    public ItemVersion version(JsonNode row) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest(row, digest);
            digest.update(row.path(Invitees.ATTACHED).toString().getBytes(StandardCharsets.UTF_8));
            for (JsonNode occurrence : row.path(SeriesRows.OCCURRENCES)) {
                digest.update(id(occurrence).getBytes(StandardCharsets.UTF_8));
                digest(occurrence, digest);
            }
            return new ItemVersion(Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(Arrays.copyOf(digest.digest(), VERSION_BYTES)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256, which every JDK must have", e);
        }
    }

    private void digest(JsonNode row, MessageDigest digest) {
        for (String column : mapping.columns()) {
            digest.update(row.at("/" + column.replace('.', '/')).toString().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
    }

    /**
     * Whether a row is a record of its own, and whole.
     *
     * @param row a row with all {@link #columns}
     * @return false for copies, for parts of others, and for what is still being made
     */
    boolean isRecord(JsonNode row) {
        return mapping.isRecord(row)
                && (tagColumn == null
                        || !SeriesWrites.isUnfinished(row.path(tagColumn).asText("")));
    }

    static String id(JsonNode row) {
        return row.path("Id").asText();
    }

    static String owner(JsonNode row) {
        return row.path("OwnerId").asText();
    }

    static boolean isDeleted(JsonNode row) {
        return row.path("IsDeleted").asBoolean();
    }

    /** When the row was changed last, by Salesforce's clock; the end of time where it does not say. */
    static Instant changedAt(JsonNode row) {
        try {
            Instant stamp = stamp(row, "SystemModstamp");
            return stamp == null ? Instant.MAX : stamp;
        } catch (DateTimeException e) {
            // Whatever is to be older than it is not known to be.
            return Instant.MAX;
        }
    }

    private @Nullable CorrelationTag tag(JsonNode row) {
        String text = tagColumn == null ? "" : row.path(tagColumn).asText("");
        return text.isBlank() || row.path(tagColumn).isNull() || text.length() > CorrelationTag.MAX_LENGTH
                ? null
                : new CorrelationTag(text);
    }

    static @Nullable Instant stamp(JsonNode row, String column) {
        String text = row.path(column).asText("");
        return text.isEmpty() ? null : OffsetDateTime.parse(text, STAMP).toInstant();
    }
}
