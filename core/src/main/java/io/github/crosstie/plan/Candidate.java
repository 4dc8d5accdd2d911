package io.github.crosstie.plan;

import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.state.RecordKey;
import org.jspecify.annotations.Nullable;

/**
 * An unlinked record in scope.
 *
 * @param source what the record is called that it was once made from, by its mark; null if it carries none
 */
record Candidate(RecordKey key, RemoteItem record, @Nullable String source) {}
