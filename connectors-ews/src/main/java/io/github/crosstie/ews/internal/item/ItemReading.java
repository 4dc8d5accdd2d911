package io.github.crosstie.ews.internal.item;

import io.github.crosstie.ews.internal.operation.ItemKey;
import io.github.crosstie.ews.internal.operation.PropertyPath;
import io.github.crosstie.ews.internal.soap.XmlInput;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.internal.exchange.Stamp;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One item while it is read: what items of every kind have, and what is wrong with this one. Not safe for several
 * threads.
 */
final class ItemReading {

    /** What every item is asked for besides its fields. */
    static final List<PropertyPath> PATHS = List.of(
            PropertyPath.field("item:DateTimeCreated"),
            PropertyPath.field("item:LastModifiedTime"),
            ItemMapping.STAMP,
            ItemMapping.SEARCH_KEY);

    private final Item.Builder item;
    private final Map<PropertyPath, String> extended = new HashMap<>();
    private @Nullable ItemKey key;
    private @Nullable Instant createdAt;
    private @Nullable Instant modifiedAt;
    private @Nullable String trouble;

    ItemReading(ItemKind kind) {
        item = Item.builder(kind);
    }

    Item.Builder item() {
        return item;
    }

    /** The value of an extended property that was asked for. */
    Optional<String> extended(PropertyPath path) {
        return Optional.ofNullable(extended.get(path));
    }

    /** Reads a child that items of every kind have; passes over any other. */
    void read(XmlInput child) {
        switch (child.name()) {
            case "ItemId" -> key = ItemKey.read(child);
            case "DateTimeCreated" -> createdAt = WireTime.instant(child.text());
            case "LastModifiedTime" -> modifiedAt = WireTime.instant(child.text());
            case "ExtendedProperty" -> {
                ExtendedProperty property = ExtendedProperty.read(child);
                if (property.path() != null) {
                    extended.put(property.path(), property.value());
                }
            }
            default -> child.skip();
        }
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

    ItemRecord record(String uid, List<ModifiedOccurrence> modified, Optional<SeriesIntent> intent) {
        if (key == null) {
            throw new ContractBrokenException("the server answered with an item that has no id; report it");
        }
        return new ItemRecord(
                key,
                extended(ItemMapping.SEARCH_KEY).orElse(""),
                uid,
                item.build(),
                extended(ItemMapping.STAMP).flatMap(Stamp::parse),
                createdAt,
                modifiedAt,
                new ArrayList<>(modified),
                intent,
                trouble);
    }
}
