/**
 * Where the quickstart's records are: in memory, or on servers on this machine that speak as Salesforce, Exchange and
 * Microsoft Graph do. {@code Systems} gives the library its connectors, and a person a {@code Screen} that no connector
 * lies behind, so that what a person typed and what a person reads are proof of what the library did in between.
 */
@NullMarked
package io.github.crosstie.examples.systems;

import org.jspecify.annotations.NullMarked;
