package io.github.crosstie.testkit.salesforce.internal.rest;

import io.github.crosstie.testkit.salesforce.internal.record.Actor;
import io.github.crosstie.testkit.salesforce.internal.record.Database;
import io.github.crosstie.testkit.salesforce.internal.record.FieldDefinition;
import io.github.crosstie.testkit.salesforce.internal.record.FieldTrait;
import io.github.crosstie.testkit.salesforce.internal.record.ObjectDefinition;
import io.github.crosstie.testkit.salesforce.internal.record.Refusal;
import io.github.crosstie.testkit.salesforce.internal.record.StoredRow;
import io.github.crosstie.testkit.salesforce.internal.record.Table;
import java.util.List;
import java.util.Objects;

/** Finds records by a field that is declared as an external id. */
final class ExternalIds {

    private final Database database;

    ExternalIds(Database database) {
        this.database = database;
    }

    FieldDefinition field(ObjectDefinition object, String name) {
        FieldDefinition field = object.find(name);
        boolean key = field != null
                && (field.is(FieldTrait.EXTERNAL_ID) || field.name().equals("Id"))
                && database.permissions().sees(object, field);
        if (field == null || !key) {
            throw new Refusal("NOT_FOUND", "Provided external ID field does not exist or is not accessible: " + name);
        }
        return field;
    }

    /** The records in sight that are not deleted. */
    List<StoredRow> find(ObjectDefinition object, FieldDefinition field, Object value, Actor actor) {
        Table table = database.table(object);
        return table.idsBy(field, value).stream()
                .map(table::find)
                .map(Objects::requireNonNull)
                .filter(row -> !row.deleted())
                .filter(row -> actor.person() || database.permissions().sees(row))
                .toList();
    }
}
