package io.github.crosstie.testkit.salesforce.internal.soql;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The order of values of one type: texts without case, numbers by size, days and moments by time, false before true. */
final class Comparison {

    private Comparison() {}

    static int compare(Object one, Object other) {
        if (one instanceof Instant moment && other instanceof Instant another) {
            return moment.compareTo(another);
        }
        if (one instanceof LocalDate day && other instanceof LocalDate another) {
            return day.compareTo(another);
        }
        if (one instanceof Number number && other instanceof Number another) {
            return Double.compare(number.doubleValue(), another.doubleValue());
        }
        if (one instanceof Boolean flag && other instanceof Boolean another) {
            return Boolean.compare(flag, another);
        }
        return one.toString().compareTo(other.toString());
    }

    static int compare(@Nullable Object one, @Nullable Object other, boolean descending, boolean nullsLast) {
        if (one == null || other == null) {
            int firstIsNull = one == null ? -1 : 1;
            return one == null && other == null ? 0 : nullsLast ? -firstIsNull : firstIsNull;
        }
        int order = compare(one, other);
        return descending ? -order : order;
    }
}
