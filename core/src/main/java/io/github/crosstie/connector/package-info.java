/**
 * The two sides: what an integrator implements so that a CRM or a mail system can be kept in step.
 *
 * <p>Start with {@link io.github.crosstie.connector.Connector}, which opens one user's records of one kind, and go on to
 * {@link io.github.crosstie.connector.Endpoint}, which lists changes, reads by id, finds the engine's marks and writes
 * conditionally. Say in {@link io.github.crosstie.connector.Capabilities} what the system can do: fewer fields, no marks and
 * batches of one are fine, and the engine asks for no more. Everything that goes in or out is a value; trouble with one record is
 * a value in the answer, trouble with the whole endpoint is one of the exceptions of {@link io.github.crosstie.fault}. A system that
 * keeps each record as one document needs no endpoint of its own: {@link io.github.crosstie.connector.DocumentEndpoint} is one. Then extend
 * {@code EndpointContract} of the module {@code io.github.crosstie.testkit}, once for each kind, which holds your endpoint to every
 * promise that is written here.
 */
@NullMarked
package io.github.crosstie.connector;

import org.jspecify.annotations.NullMarked;
