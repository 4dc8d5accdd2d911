/**
 * Where tokens for Microsoft Graph come from: always the host, which has a library, a vault or a cache for them. Begin
 * with {@link io.github.crosstie.graph.auth.TokenProvider#from}. A token goes to the service that it was asked for and
 * to no other, and is shown in no message and no {@code toString}.
 */
@NullMarked
package io.github.crosstie.graph.auth;

import org.jspecify.annotations.NullMarked;
