package io.github.crosstie.testkit.salesforce.internal.soql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query as it was written.
 *
 * @param selected what it shows
 * @param counts whether it only counts
 * @param object what it reads: an object, or inside another query a relationship to children
 * @param where which records
 * @param order in what order
 * @param limit how many at most; null for all
 * @param offset how many are skipped first
 * @param allRows whether deleted records are among them
 */
public record SoqlQuery(
        List<Selected> selected,
        boolean counts,
        String object,
        Condition where,
        List<Order> order,
        @Nullable Integer limit,
        int offset,
        boolean allRows) {

    /** Copies the lists. */
    public SoqlQuery {
        selected = List.copyOf(selected);
        order = List.copyOf(order);
    }

    /** What a query shows of a record. */
    public sealed interface Selected {

        /**
         * A field, perhaps of a record that this one refers to.
         *
         * @param path such as {@code Owner.Name}
         */
        record Field(String path) implements Selected {}

        /**
         * Records that refer to this one.
         *
         * @param query its object is the name of the relationship
         */
        record Children(SoqlQuery query) implements Selected {}
    }

    /**
     * By what records are put in order.
     *
     * @param path a field
     * @param descending whether the greatest comes first
     * @param nullsLast whether those without a value come last
     */
    public record Order(String path, boolean descending, boolean nullsLast) {}

    /** Reads a query; refuses what it does not understand. */
    public static SoqlQuery parse(String text) {
        return new Parser(text).query();
    }
}
