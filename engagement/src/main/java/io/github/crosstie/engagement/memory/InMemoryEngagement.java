package io.github.crosstie.engagement.memory;

import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.engagement.connector.EngagementCode;
import io.github.crosstie.engagement.connector.EngagementTarget;
import io.github.crosstie.engagement.connector.UnitEndpoint;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Account Engagement in memory. Thread-safe. */
public final class InMemoryEngagement implements EngagementTarget {

    private final Clock clock;
    private final Map<BusinessUnitId, InMemoryUnit> units = new ConcurrentHashMap<>();

    private InMemoryEngagement(Clock clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * A system without business units.
     *
     * @param clock its clock
     * @return the system
     */
    public static InMemoryEngagement create(Clock clock) {
        return new InMemoryEngagement(clock);
    }

    /**
     * A business unit, made when first asked for: nobody is in it.
     *
     * @param unit which unit
     * @return the unit, as people see it
     */
    public InMemoryUnit unit(BusinessUnitId unit) {
        return units.computeIfAbsent(unit, id -> new InMemoryUnit(id, clock));
    }

    /**
     * Opens the users of a unit that was made before.
     *
     * @param unit which unit
     * @return the endpoint
     * @throws io.github.crosstie.fault.InvalidInputException if nobody made such a unit
     */
    @Override
    public UnitEndpoint open(BusinessUnitId unit) {
        @Nullable InMemoryUnit found = units.get(unit);
        if (found == null) {
            throw EngagementCode.UNIT_NOT_FOUND.exception("business unit " + unit, clock.instant());
        }
        return new InMemoryUnitEndpoint(found);
    }
}
