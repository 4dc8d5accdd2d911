/**
 * Requests to Graph through the client that the host has already: its sign-in, its proxies, its interceptors. The only
 * package that knows the vendor's classes; it is not loaded unless the host passes such a client. Internal.
 */
@NullMarked
package io.github.crosstie.graph.internal.sdk;

import org.jspecify.annotations.NullMarked;
