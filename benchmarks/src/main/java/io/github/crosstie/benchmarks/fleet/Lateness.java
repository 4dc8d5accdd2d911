package io.github.crosstie.benchmarks.fleet;

/**
 * How late the rounds of some minutes began, in seconds after they were due.
 *
 * @param from the first minute, from 0
 * @param to the minute after the last
 * @param rounds how many began
 * @param median half of them began no later
 * @param p99 99 of a hundred began no later
 * @param most the latest
 * @param overdue how many mailboxes had been due for more than a minute when the last of the minutes ended
 */
public record Lateness(int from, int to, int rounds, double median, double p99, double most, int overdue) {}
