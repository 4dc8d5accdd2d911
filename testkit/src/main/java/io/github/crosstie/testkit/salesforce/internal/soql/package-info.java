/**
 * SOQL, as far as a sync asks: read into a value, bound to an organization's objects and to what the connected user may see,
 * and run. What is beyond it is refused as a malformed query, never half understood.
 */
@NullMarked
package io.github.crosstie.testkit.salesforce.internal.soql;

import org.jspecify.annotations.NullMarked;
