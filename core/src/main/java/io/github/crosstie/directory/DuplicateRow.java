package io.github.crosstie.directory;

/**
 * A membership that was listed more than once.
 *
 * @param group the group
 * @param member the member
 */
record DuplicateRow(GroupId group, Member member) {}
