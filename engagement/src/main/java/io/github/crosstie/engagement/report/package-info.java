/**
 * Plans, outcomes and drifts as text for people, and the list of changes that somebody makes by hand where a system
 * takes no writes.
 */
@NullMarked
package io.github.crosstie.engagement.report;

import org.jspecify.annotations.NullMarked;
