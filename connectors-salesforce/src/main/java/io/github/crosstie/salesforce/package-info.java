/**
 * Salesforce as the CRM: reads query results, as Salesforce's REST API gives them, and makes a directory out of them.
 *
 * <p>{@link io.github.crosstie.salesforce.SalesforceDirectoryReader} is the door; the pages come from a folder or from
 * whoever fetches them. Assignment resolution in the core is the next reader of the directory.
 */
@NullMarked
package io.github.crosstie.salesforce;

import org.jspecify.annotations.NullMarked;
