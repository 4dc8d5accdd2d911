/**
 * Salesforce's REST API: requests and answers, sessions, limits, queries page by page, records by the hundred. Knows nothing of
 * contacts and events.
 */
@NullMarked
package io.github.crosstie.salesforce.internal.rest;

import org.jspecify.annotations.NullMarked;
