package io.github.crosstie.plan;

import io.github.crosstie.configuration.DeletePolicy;
import io.github.crosstie.configuration.RecordSettings;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.RecordKey;
import java.util.Map;

/** Which deletions wait for a person by the setting alone, however few they are (S11). */
final class Asking {

    static final String REASON = "the setting for deletions is to ask" + GuardVerdict.REMEDY;

    private final RecordSettings settings;

    Asking(RecordSettings settings) {
        this.settings = settings;
    }

    /** Whether a person is asked: of what follows a deletion. What leaves by a change of settings has a setting of its own (S14). */
    boolean of(PlannedChange.Delete deletion, Map<RecordKey, ReadOutcome> readings) {
        Side gone = deletion.side().other();
        boolean leaves = readings.get(deletion.pair().on(gone)) instanceof ReadOutcome.Found;
        return !leaves && settings.deletions(gone) == DeletePolicy.ASK;
    }
}
