package io.github.crosstie.salesforce;

import io.github.crosstie.configuration.FieldMapping;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Field mappings of a setup page, laid over the standard ones: what the page does not name stays as it is. */
final class SetupMappings {

    private final ItemKind kind;
    private final List<FieldMapping> standard;
    private final List<FieldMapping> mappings;

    private SetupMappings(ItemKind kind, List<FieldMapping> standard) {
        this.kind = kind;
        this.standard = standard;
        this.mappings = new ArrayList<>(standard);
    }

    static List<FieldMapping> read(ItemKind kind, List<FieldMapping> standard, SetupValue value) {
        SetupMappings all = new SetupMappings(kind, standard);
        value.items().forEach(item -> item.section().ifPresent(section -> all.read(item, section)));
        all.reportUnmapped(value);
        return List.copyOf(all.mappings);
    }

    private void read(SetupValue item, SetupSection section) {
        Optional<String> salesforce =
                section.take("salesforceField", "salesforce").map(SetupValue::text);
        Optional<String> exchange = section.take("exchangeField", "exchange").map(SetupValue::text);
        Optional<SyncDirection> direction =
                section.take("syncDirection", "direction").flatMap(value -> value.choice(SetupChoices.DIRECTIONS));
        section.reportRest();
        if (salesforce.isEmpty() || exchange.isEmpty()) {
            item.noCounterpart("not understood; name salesforceField and exchangeField");
        } else if (Words.of(salesforce.get()).equals("attendees")) {
            item.differs("required and optional attendees flow as two fields, each to its own");
        } else {
            put(item, salesforce.get(), exchange.get(), direction.orElse(SyncDirection.BOTH));
        }
    }

    private void put(SetupValue item, String salesforce, String exchange, SyncDirection direction) {
        Optional<Field<?>> crm = SetupFields.salesforce(kind, salesforce);
        Optional<Field<?>> mail = SetupFields.exchange(kind, exchange);
        if (crm.isEmpty() || mail.isEmpty()) {
            item.noCounterpart(
                    "the " + (crm.isEmpty() ? "Salesforce field " + salesforce : "Exchange field " + exchange)
                            + " is no standard field; map a field of your own if a connector offers it");
        } else if (crm.get().type() != mail.get().type()) {
            item.noCounterpart("the two fields have different types, "
                    + crm.get().type() + " and " + mail.get().type() + "; the standard mapping stays");
        } else {
            mappings.removeIf(
                    each -> each.crm().equals(crm.get()) || each.mail().equals(mail.get()));
            mappings.add(new FieldMapping(crm.get(), mail.get(), direction));
            item.takenOver();
        }
    }

    private void reportUnmapped(SetupValue value) {
        for (FieldMapping mapping : standard) {
            if (mappings.stream().noneMatch(each -> each.crm().equals(mapping.crm()))) {
                value.differs("the field " + mapping.crm() + " of the " + Side.CRM
                        + " no longer flows: its mailbox field goes with another one; map it elsewhere if it should");
            }
        }
    }
}
