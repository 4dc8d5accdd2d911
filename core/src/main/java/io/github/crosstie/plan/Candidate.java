package io.github.crosstie.plan;

import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.state.RecordKey;

/** An unlinked record in scope. */
record Candidate(RecordKey key, RemoteItem record) {}
