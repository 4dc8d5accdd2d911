/**
 * The system that holds the users of business units (SPI): what it can do, a listing page by page, and writes with one
 * outcome each.
 *
 * <p>What an integrator writes is two small types, {@link io.github.crosstie.engagement.connector.EngagementTarget}
 * (opens) and {@link io.github.crosstie.engagement.connector.UnitEndpoint} (the users of one unit). What the system
 * cannot do is declared in {@link io.github.crosstie.engagement.connector.EngagementCapabilities}: plans for a system
 * that can be read but not written are verified and exported instead of applied.
 */
@NullMarked
package io.github.crosstie.engagement.connector;

import org.jspecify.annotations.NullMarked;
