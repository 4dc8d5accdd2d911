package io.github.crosstie.testkit.salesforce.internal.soql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which records a query wants. */
sealed interface Condition {

    /** All of these. */
    record And(List<Condition> all) implements Condition {}

    /** One of these at least. */
    record Or(List<Condition> any) implements Condition {}

    /** Not this. */
    record Not(Condition not) implements Condition {}

    /** A field against a value; the operator is as written. */
    record Compare(String path, String operator, @Nullable Object value) implements Condition {}

    /** A field against several values. */
    record In(String path, boolean negated, List<@Nullable Object> values) implements Condition {}

    /** A field against what another query shows. */
    record InQuery(String path, boolean negated, SoqlQuery query) implements Condition {}
}
