/**
 * Contacts and events as Salesforce keeps them: which columns hold which fields, what changed in the whole organization, and how records
 * are written. Used by the connector alone.
 */
@NullMarked
package io.github.crosstie.salesforce.internal.record;

import org.jspecify.annotations.NullMarked;
