package io.github.crosstie.testkit;

import io.github.crosstie.connector.Capabilities;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.ItemKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract, run on a sound endpoint that subclasses spoil. */
@ExtendWith(OnDemand.class)
abstract class SpoiledContract extends InMemoryContract {
    SpoiledContract() {
        this(ItemKind.CONTACT);
    }

    SpoiledContract(ItemKind kind) {
        super(
                kind,
                mailbox()
                        .pageSize(1)
                        .idempotentCreates()
                        .capabilities(
                                kind,
                                Capabilities.full(kind)
                                        .withFields(declared(kind))
                                        .withClaims(true)));
    }

    /** All but one, for people alone. */
    private static List<Field<?>> declared(ItemKind kind) {
        List<Field<?>> fields =
                new ArrayList<>(kind == ItemKind.CONTACT ? ContactFields.STANDARD : EventFields.STANDARD);
        fields.remove(kind == ItemKind.CONTACT ? ContactFields.DEPARTMENT : EventFields.LOCATION);
        return fields;
    }

    Endpoint spoiled(Endpoint sound) {
        return sound;
    }

    @Override
    protected Endpoint open() {
        return spoiled(super.open());
    }

    @Override
    protected @Nullable Endpoint openAgain() {
        return open();
    }
}
