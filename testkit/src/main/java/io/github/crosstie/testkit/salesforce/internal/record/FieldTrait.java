package io.github.crosstie.testkit.salesforce.internal.record;

/** What is special about a field. */
public enum FieldTrait {
    /** A record cannot be saved without it. */
    REQUIRED,
    /** Nobody writes it: the system does. */
    READ_ONLY,
    /** It is given at creation and never changes. */
    CREATE_ONLY,
    /** Records can be found and upserted by it. */
    EXTERNAL_ID,
    /** No two records share a value. */
    UNIQUE,
    /** Its values differ by case. */
    CASE_SENSITIVE,
    /** Made by a customer. */
    CUSTOM
}
