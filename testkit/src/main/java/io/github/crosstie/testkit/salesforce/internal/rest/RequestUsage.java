package io.github.crosstie.testkit.salesforce.internal.rest;

/** How much of the daily limit of requests is used. */
public interface RequestUsage {

    /** How many requests 24 hours have. */
    int maximum();

    /** How many there were in the last 24 hours. */
    int used();
}
