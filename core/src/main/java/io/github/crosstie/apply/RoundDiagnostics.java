package io.github.crosstie.apply;

import io.github.crosstie.log.LogKeys;
import io.github.crosstie.state.CollectionKey;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * What the MDC of the round's thread says while it runs. Keeps what the host had there under the same names, and puts it back; all
 * else in the MDC is the host's, and stays.
 */
final class RoundDiagnostics {

    private final Map<String, @Nullable String> before = new LinkedHashMap<>();

    private RoundDiagnostics() {}

    /** From here on every line of this thread says which round it belongs to. */
    static RoundDiagnostics put(RoundIdentity round) {
        CollectionKey collection = round.collection();
        RoundDiagnostics diagnostics = new RoundDiagnostics();
        diagnostics.put(LogKeys.ORGANIZATION, collection.organization().value());
        diagnostics.put(LogKeys.USER, collection.user().value());
        diagnostics.put(LogKeys.KIND, collection.kind().name());
        diagnostics.put(LogKeys.ROUND, round.id());
        return diagnostics;
    }

    private void put(String key, String value) {
        before.put(key, MDC.get(key));
        MDC.put(key, value);
    }

    /** The thread goes back to its owner as it came. */
    void restore() {
        before.forEach((key, value) -> {
            if (value == null) {
                MDC.remove(key);
            } else {
                MDC.put(key, value);
            }
        });
    }
}
