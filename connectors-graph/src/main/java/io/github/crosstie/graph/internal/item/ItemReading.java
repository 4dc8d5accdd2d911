package io.github.crosstie.graph.internal.item;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.internal.exchange.Stamp;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One item while it is read: what items of every kind have, and what is wrong with this one. Not safe for several
 * threads.
 */
final class ItemReading {

    /** What every item is asked for besides its fields; its version comes along unasked. */
    static final List<String> SELECTED = List.of("id", "createdDateTime", "lastModifiedDateTime");

    private static final String ETAG = "@odata.etag";
    private static final String OPENING = "W/\"";
    private static final String CLOSING = "\"";

    private final JsonNode entity;
    private final Item.Builder item;
    private @Nullable String trouble;

    ItemReading(ItemKind kind, JsonNode entity) {
        this.entity = entity;
        this.item = Item.builder(kind);
    }

    Item.Builder item() {
        return item;
    }

    String text(String name) {
        return entity.path(name).asText("");
    }

    /** Reads something that may not make sense, which is then this item's trouble and no other's. */
    void guard(String what, Runnable reading) {
        try {
            reading.run();
        } catch (DateTimeException | IllegalArgumentException e) {
            trouble("its " + what + " makes no sense; open the item and save it anew");
        }
    }

    void trouble(String what) {
        if (trouble == null) {
            trouble = what;
        }
    }

    ItemRecord record(String uid, String parent, String type) {
        String id = text("id");
        String version = version(text(ETAG));
        if (id.isEmpty() || version.isEmpty()) {
            throw new ContractBrokenException(
                    "the server answered with an item that has no id or no version; report it");
        }
        Instant createdAt = moment("createdDateTime");
        Instant modifiedAt = moment("lastModifiedDateTime");
        return new ItemRecord(
                id,
                version,
                uid,
                parent,
                item.build(),
                Stamp.parse(ExtendedProperty.TAG.of(entity)),
                createdAt,
                modifiedAt,
                type,
                trouble);
    }

    private @Nullable Instant moment(String name) {
        String text = text(name);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            trouble("its " + name + " makes no sense; open the item and save it anew");
            return null;
        }
    }

    private static String version(String etag) {
        return etag.startsWith(OPENING) && etag.endsWith(CLOSING) && etag.length() > OPENING.length()
                ? etag.substring(OPENING.length(), etag.length() - CLOSING.length())
                : etag;
    }
}
