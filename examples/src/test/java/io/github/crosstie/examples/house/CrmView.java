package io.github.crosstie.examples.house;

import static java.util.stream.Collectors.groupingBy;

import io.github.crosstie.item.ItemKind;
import io.github.crosstie.testkit.salesforce.SalesforceOrganization;
import io.github.crosstie.testkit.salesforce.SalesforceRecord;
import io.github.crosstie.testkit.salesforce.SalesforceRecords;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** All contacts and events of an organization by their owners, as they were when it was looked at. */
final class CrmView {

    private final Map<ItemKind, Map<String, List<SalesforceRecord>>> byOwner = new EnumMap<>(ItemKind.class);

    CrmView(SalesforceOrganization organization) {
        for (ItemKind kind : ItemKind.values()) {
            byOwner.put(
                    kind,
                    records(organization, kind).all().stream()
                            .collect(groupingBy(row -> Objects.requireNonNull(row.text("OwnerId")))));
        }
    }

    static SalesforceRecords records(SalesforceOrganization organization, ItemKind kind) {
        return kind == ItemKind.CONTACT ? organization.contacts() : organization.events();
    }

    List<SalesforceRecord> of(String owner, ItemKind kind) {
        return Objects.requireNonNull(byOwner.get(kind)).getOrDefault(owner, List.of());
    }
}
