package io.github.crosstie.salesforce.internal.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.crosstie.connector.Removal;
import io.github.crosstie.item.ItemVersion;
import org.jspecify.annotations.Nullable;

/** What a feed tells somebody about a record: its row, which they read by their own mapping, or that they have it no more. */
public sealed interface FeedChange {

    /**
     * Which record.
     *
     * @return its id
     */
    String id();

    /**
     * It was created or changed.
     *
     * @param id its id
     * @param version its version
     * @param row the row as it is; null if it is kept no more, so that whoever needs it reads it
     */
    record Changed(String id, ItemVersion version, @Nullable JsonNode row) implements FeedChange {}

    /**
     * It is not theirs any more.
     *
     * @param id its id
     * @param removal deleted, or in other hands
     */
    record Gone(String id, Removal removal) implements FeedChange {}
}
