package io.github.crosstie.testkit;

import io.github.crosstie.apply.Outcome;
import io.github.crosstie.apply.SyncResult;
import java.util.List;

/** Sentences about all rounds of one user, see {@link SyncAssertions#assertThat(SyncResult)}. */
public final class SyncResultAssert extends OutcomesAssert<SyncResultAssert, SyncResult> {

    SyncResultAssert(SyncResult actual) {
        super(actual, SyncResultAssert.class);
    }

    @Override
    List<Outcome> outcomes() {
        isNotNull();
        if (actual instanceof SyncResult.Synced synced) {
            return synced.rounds().values().stream()
                    .flatMap(round -> round.outcomes().stream())
                    .toList();
        }
        failWithMessage(
                "expected the user to be synced, but no round was run: %s",
                actual.getClass().getSimpleName());
        return List.of();
    }
}
