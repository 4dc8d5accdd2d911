package io.github.crosstie.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.configuration.DeletionGuard;
import io.github.crosstie.configuration.Quarantine;
import java.time.Duration;

/** The deletion guard and the quarantine: a few numbers and durations each. */
final class GuardJson {

    private GuardJson() {}

    static DeletionGuard readDeletionGuard(JsonPlace place) {
        JsonSection section = place.section("maximum", "shareFrom", "share", "window");
        DeletionGuard byDefault = DeletionGuard.DEFAULT;
        int maximum = section.get("maximum", JsonPlace::integer, byDefault.maximum());
        int shareFrom = section.get("shareFrom", JsonPlace::integer, byDefault.shareFrom());
        double share = section.get("share", JsonPlace::number, byDefault.share());
        Duration window = section.get("window", JsonPlace::duration, byDefault.window());
        return place.build(() -> new DeletionGuard(maximum, shareFrom, share, window));
    }

    static Quarantine readQuarantine(JsonPlace place) {
        JsonSection section = place.section("firstDelay", "maximumDelay");
        Duration first = section.get("firstDelay", JsonPlace::duration, Quarantine.DEFAULT.firstDelay());
        Duration maximum = section.get("maximumDelay", JsonPlace::duration, Quarantine.DEFAULT.maximumDelay());
        return place.build(() -> new Quarantine(first, maximum));
    }

    static void write(DeletionGuard guard, ObjectNode into) {
        into.put("maximum", guard.maximum())
                .put("shareFrom", guard.shareFrom())
                .put("share", guard.share())
                .put("window", guard.window().toString());
    }

    static void write(Quarantine quarantine, ObjectNode into) {
        into.put("firstDelay", quarantine.firstDelay().toString())
                .put("maximumDelay", quarantine.maximumDelay().toString());
    }
}
