package io.github.crosstie.plan;

import io.github.crosstie.configuration.LeavePolicy;
import io.github.crosstie.configuration.ScopeSettings;
import io.github.crosstie.state.RecordKey;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a change of settings will do, before it takes effect (S14).
 *
 * @param before the settings of the last round; those of now if there was none, or nothing changed
 * @param now the settings of the next round
 * @param entering unlinked records that come into scope by the change
 * @param leaving linked records that go out of scope by the change
 * @param policy what becomes of those: unlinked, the copy deleted, or kept linked and asleep
 * @param plan everything that the next round does in its first pass
 */
public record SettingsPreview(
        ScopeSettings before,
        ScopeSettings now,
        List<RecordKey> entering,
        List<Pair> leaving,
        LeavePolicy policy,
        SyncPlan plan) {

    /** Copies the lists. */
    public SettingsPreview {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(now, "now");
        entering = List.copyOf(entering);
        leaving = List.copyOf(leaving);
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(plan, "plan");
    }

    /**
     * What changed.
     *
     * @return the parts; none if nothing did
     */
    public Set<ScopeSettings.Part> changed() {
        return now.differences(before);
    }
}
