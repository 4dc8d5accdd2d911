package io.github.crosstie.benchmarks.fleet;

import io.github.crosstie.conflict.OrganizationUser;

/** A mailbox as the shared tables know it. Moments are milliseconds since the beginning. Not thread-safe. */
final class Mailbox {

    final OrganizationUser user;
    /** When its next round is due. */
    long due;
    /** From when on a node may take it: when it is due, or later after a failed try. */
    long takenFrom;
    /** Until when a round that never ended keeps others out. */
    long leasedUntil;

    Mailbox(OrganizationUser user, long due) {
        this.user = user;
        this.due = due;
        takenFrom = due;
    }
}
