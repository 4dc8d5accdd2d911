/**
 * One request and its whole answer over the host's {@link java.net.http.HttpClient}: what the connectors share, and nobody else.
 *
 * <p>An exchange ends by its deadline, body included; its answer is unpacked and no larger than allowed; and whoever is told that it
 * failed is told whether the request may have been carried out ({@link io.github.crosstie.http.internal.AnswerLost}). Nothing is sent twice,
 * nothing is followed, no status means trouble here: what an answer means is the connector's business.
 */
@NullMarked
package io.github.crosstie.http.internal;

import org.jspecify.annotations.NullMarked;
