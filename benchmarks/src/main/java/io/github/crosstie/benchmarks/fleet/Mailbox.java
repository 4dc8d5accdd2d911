package io.github.crosstie.benchmarks.fleet;

import io.github.crosstie.conflict.OrganizationUser;

/** A mailbox as the shared table knows it. Not thread-safe. */
final class Mailbox {

    final OrganizationUser user;
    /** When its next round is due, in milliseconds since the beginning. */
    long due;
    /** How many of its rounds have failed in a row. */
    int failures;

    Mailbox(OrganizationUser user, long due) {
        this.user = user;
        this.due = due;
    }
}
