package io.github.crosstie.memory;

import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.connector.Removal;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One user's records of one kind, as people see and edit them in the system's own user interface; and the faults that can be
 * built into the way there. Thread-safe.
 */
public final class InMemoryRecords {

    private final RecordTable table;
    private final ItemKind kind;
    private final InMemoryFaults faults;

    InMemoryRecords(RecordTable table, ItemKind kind) {
        this.table = table;
        this.kind = kind;
        this.faults = new InMemoryFaults(table);
    }

    /**
     * A person creates a record.
     *
     * @param item its values
     * @return its id
     */
    public ItemId create(Item item) {
        return table.insert(item, null).id();
    }

    /**
     * A person edits and saves a record, whatever its version.
     *
     * @param id the record
     * @param edit the edit
     * @throws IllegalArgumentException if the record is not there
     */
    public void edit(ItemId id, UnaryOperator<Item.Builder> edit) {
        synchronized (table) {
            Item edited = edit.apply(record(id).item().toBuilder()).build();
            table.update(id, null, edited);
        }
    }

    /**
     * A person deletes a record.
     *
     * @param id the record
     * @throws IllegalArgumentException if the record is not there
     */
    public void delete(ItemId id) {
        table.remove(record(id).id(), null, Removal.DELETED);
    }

    /**
     * The user loses sight of a record: it moves to another folder or owner.
     *
     * @param id the record
     * @throws IllegalArgumentException if the record is not there
     */
    public void hide(ItemId id) {
        table.remove(record(id).id(), null, Removal.GONE_FROM_VIEW);
    }

    /**
     * A hidden or deleted record comes back, with its id and version.
     *
     * @param id the record
     * @throws IllegalArgumentException if there never was such a record
     */
    public void restore(ItemId id) {
        table.restore(id);
    }

    /**
     * A person copies a record, the engine's mark included.
     *
     * @param id the record
     * @return the copy's id
     * @throws IllegalArgumentException if the record is not there
     */
    public ItemId copy(ItemId id) {
        RemoteItem record = record(id);
        return table.insert(record.item(), record.tag()).id();
    }

    /**
     * What a record holds.
     *
     * @param id the record
     * @return its values, or empty if it is not there
     */
    public Optional<Item> item(ItemId id) {
        return table.live(id).map(RemoteItem::item);
    }

    /**
     * What all records hold.
     *
     * @return the values by id, in the order of creation
     */
    public Map<ItemId, Item> items() {
        Map<ItemId, Item> items = new LinkedHashMap<>();
        records().forEach(record -> items.put(record.id(), record.item()));
        return Collections.unmodifiableMap(items);
    }

    /**
     * All records.
     *
     * @return the records, in the order of creation
     */
    public List<RemoteItem> records() {
        return table.live();
    }

    /**
     * The faults on the engine's way to these records.
     *
     * @return the faults, none by default
     */
    public InMemoryFaults faults() {
        return faults;
    }

    ItemKind kind() {
        return kind;
    }

    RecordTable table() {
        return table;
    }

    private RemoteItem record(ItemId id) {
        return table.live(id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no record " + id + " in " + table.name() + "; it was deleted, hidden or never created"));
    }
}
