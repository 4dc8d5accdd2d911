package io.github.crosstie.testkit;

import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.FieldType;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.InMemoryRecords;
import io.github.crosstie.memory.InMemorySystem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The contract, run on a system in memory whose records a person edits too. */
abstract class InMemoryContract extends EndpointContract {

    private static final Owner ADA = new Owner("ada@example.com");
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final ItemKind kind;
    private final InMemorySystem system;
    private final InMemoryRecords records;

    InMemoryContract(ItemKind kind, InMemorySystem.Builder builder) {
        this.kind = kind;
        this.system = builder.build();
        this.records = system.records(ADA, kind);
    }

    static InMemorySystem.Builder mailbox() {
        return InMemorySystem.builder(Side.MAIL, MutableClock.create());
    }

    @Override
    protected Endpoint open() {
        return system.open(ADA, kind, Items.anyConfiguration());
    }

    @Override
    protected ItemKind kind(Endpoint endpoint) {
        return kind;
    }

    @Override
    protected boolean deleteAsPerson(ItemId id) {
        records.delete(id);
        return true;
    }

    /** Into the first text that the endpoint does not declare, if there is one. */
    @Override
    protected @Nullable Supplier<?> decorateAsPerson(ItemId id) {
        List<Field<?>> standard = kind == ItemKind.CONTACT ? ContactFields.STANDARD : EventFields.STANDARD;
        return standard.stream()
                .filter(field -> field.type() == FieldType.TEXT && !declared().contains(field))
                .findFirst()
                .map(field -> {
                    records.edit(id, item -> item.put(field, "typed by hand"));
                    return (Supplier<?>) () -> records.item(id).orElseThrow().value(field);
                })
                .orElse(null);
    }

    private Set<Field<?>> declared() {
        return system.open(ADA, kind, Items.anyConfiguration()).capabilities().fields();
    }

    /** Everything that nobody declared is lost. */
    void flatten() {
        records.items()
                .forEach((id, item) -> records.edit(id, edited -> {
                    item.values().keySet().stream()
                            .filter(field -> !declared().contains(field))
                            .forEach(field -> edited.put(field, null));
                    return edited;
                }));
    }

    @Override
    protected @Nullable Endpoint openAgain() {
        return system.open(ADA, kind, Items.anyConfiguration());
    }

    @Override
    protected boolean expireCursors() {
        records.faults().expireCursor();
        return true;
    }

    @Override
    protected Instant deferNextWrite() {
        Instant until = MutableClock.START.plus(PAUSE);
        records.faults().deferWritesUntil(until);
        return until;
    }

    @Override
    protected ItemId copyAsPerson(ItemId id) {
        return records.copy(id);
    }
}
