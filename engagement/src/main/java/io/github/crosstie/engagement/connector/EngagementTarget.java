package io.github.crosstie.engagement.connector;

import io.github.crosstie.configuration.BusinessUnitId;

/**
 * The product as a system that can be read and perhaps written: opens business units. The first of the two types that
 * an integrator implements.
 *
 * <p>Implementations are thread-safe: several units may be opened at the same time.
 */
@FunctionalInterface
public interface EngagementTarget {

    /**
     * Opens the users of one business unit. May be called again for the same unit, from any thread; each call gives an
     * endpoint of its own, used by one thread at a time. Need not call out: the first call of the endpoint may do that.
     *
     * @param unit which business unit
     * @return the endpoint, never null
     * @throws io.github.crosstie.fault.InvalidInputException if the system knows no such unit
     * @throws io.github.crosstie.fault.CrosstieException for whatever else concerns the whole unit, see
     *     {@link UnitEndpoint}
     */
    UnitEndpoint open(BusinessUnitId unit);
}
