package io.github.crosstie.plan;

import io.github.crosstie.configuration.FieldMapping;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.Side;
import java.util.List;
import java.util.Optional;

/** Where each side keeps what a standard field means: the mailbox in the field itself, the CRM in the one mapped to it. */
final class StandardFields {

    private final List<FieldMapping> mappings;

    StandardFields(List<FieldMapping> mappings) {
        this.mappings = mappings;
    }

    /** The value of a standard field; empty if the record has none. */
    Optional<Object> value(Side side, Item item, Field<?> standard) {
        return Optional.ofNullable(item.value(on(side, standard)));
    }

    Field<?> on(Side side, Field<?> standard) {
        if (side == Side.MAIL) {
            return standard;
        }
        return mappings.stream()
                .filter(mapping -> mapping.mail().equals(standard))
                .<Field<?>>map(FieldMapping::crm)
                .findFirst()
                .orElse(standard);
    }
}
