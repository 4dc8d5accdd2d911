package io.github.crosstie.salesforce.internal.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.crosstie.connector.Removal;

/** What a feed tells somebody about a record: its row, which they read by their own mapping, or that they have it no more. */
public sealed interface FeedChange {

    /**
     * It was created or changed.
     *
     * @param row the row as it is
     */
    record Changed(JsonNode row) implements FeedChange {}

    /**
     * It is not theirs any more.
     *
     * @param id its id
     * @param removal deleted, or in other hands
     */
    record Gone(String id, Removal removal) implements FeedChange {}
}
