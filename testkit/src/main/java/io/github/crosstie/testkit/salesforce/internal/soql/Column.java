package io.github.crosstie.testkit.salesforce.internal.soql;

import io.github.crosstie.testkit.salesforce.internal.record.StoredRow;
import java.util.List;
import java.util.Map;

/** What a query shows, bound. */
sealed interface Column {

    /** A value. */
    record Value(FieldPath path) implements Column {}

    /** Children by the id of their parent. */
    record Children(String name, BoundQuery query, Map<String, List<StoredRow>> byParent) implements Column {}
}
