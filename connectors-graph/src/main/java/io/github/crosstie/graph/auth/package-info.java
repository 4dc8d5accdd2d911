/** Where tokens for Microsoft Graph come from: always the host, which has a library, a vault or a cache for them. */
@NullMarked
package io.github.crosstie.graph.auth;

import org.jspecify.annotations.NullMarked;
