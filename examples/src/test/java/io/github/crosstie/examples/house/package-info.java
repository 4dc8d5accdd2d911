/**
 * A whole organization and all its mailboxes over the wire: Salesforce on one side, Exchange and Graph on the other,
 * people who type into all of them, and whatever goes wrong on the way.
 */
@NullMarked
package io.github.crosstie.examples.house;

import org.jspecify.annotations.NullMarked;
