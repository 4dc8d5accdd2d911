package io.github.crosstie.engagement.api;

import io.github.crosstie.configuration.BusinessUnitId;
import java.lang.ref.SoftReference;
import org.jspecify.annotations.Nullable;

/**
 * What all endpoints of a business unit have in common: its gate, and what its last whole listing showed. Thread-safe.
 */
final class ApiUnit {

    private final BusinessUnitId id;
    private final UnitGate gate;

    /** Let go of when memory runs short, as it only saves work. */
    private SoftReference<KnownUsers> last = new SoftReference<>(null);

    ApiUnit(BusinessUnitId id, int concurrency) {
        this.id = id;
        gate = new UnitGate(concurrency);
    }

    BusinessUnitId id() {
        return id;
    }

    UnitGate gate() {
        return gate;
    }

    /**
     * Takes the users of the last listing, for one endpoint alone until it gives them back; none if another one has
     * them.
     */
    synchronized KnownUsers takeKnown() {
        @Nullable KnownUsers known = last.get();
        last = new SoftReference<>(null);
        return known == null ? new KnownUsers() : known;
    }

    synchronized void giveBack(KnownUsers known) {
        last = new SoftReference<>(known);
    }
}
