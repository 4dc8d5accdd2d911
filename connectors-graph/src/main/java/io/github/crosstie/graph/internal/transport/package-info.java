/**
 * Requests to Graph over the host's {@link java.net.http.HttpClient}: signed in, unpacked, within a deadline that covers
 * the whole exchange. Neither starts threads nor sleeps. Internal.
 */
@NullMarked
package io.github.crosstie.graph.internal.transport;

import org.jspecify.annotations.NullMarked;
