/**
 * What Crosstie knows of Salesforce: an organization's directory read from query results, the import of Lightning Sync
 * configurations, and the dates on which products of Salesforce and Microsoft retire.
 *
 * <p>Everything comes out in the terms of the core library; no type of a Salesforce response leaves this package.
 */
@NullMarked
package io.github.crosstie.salesforce;

import org.jspecify.annotations.NullMarked;
