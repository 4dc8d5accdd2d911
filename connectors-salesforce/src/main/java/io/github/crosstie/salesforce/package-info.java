/**
 * Salesforce as the CRM: reads what an organisation has into the values of core.
 *
 * <p>Core knows no vendor; whatever is Salesforce's own, names of fields, forms of ids, dates of retirements, is here.
 */
@NullMarked
package io.github.crosstie.salesforce;

import org.jspecify.annotations.NullMarked;
