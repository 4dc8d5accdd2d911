/**
 * What an organization keeps: objects and their fields, records, who may do what, and what a write has to pass. It knows
 * nothing of HTTP; the packages that do stand on it.
 */
@NullMarked
package io.github.crosstie.testkit.salesforce.internal.record;

import org.jspecify.annotations.NullMarked;
