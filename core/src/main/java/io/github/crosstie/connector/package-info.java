/**
 * The two sides: what an integrator implements so that a CRM or a mail system can be kept in step.
 *
 * <p>{@link io.github.crosstie.connector.Connector} opens one user's records of one kind as an
 * {@link io.github.crosstie.connector.Endpoint}; everything that goes in or out is a value. The engine is the only caller: it
 * lists changes, reads by id, looks up its own marks and writes conditionally. Trouble with one record is a value in the
 * answer; trouble with the whole endpoint is one of the exceptions of {@code fault}.
 */
@NullMarked
package io.github.crosstie.connector;

import org.jspecify.annotations.NullMarked;
