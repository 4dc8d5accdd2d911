package io.github.crosstie.ews.internal.transport;

import io.github.crosstie.ews.internal.soap.ServerVersion;
import java.time.Instant;

/** What is kept of one mailbox from request to request. Thread-safe. */
final class MailboxState {

    private final Cookies cookies = new Cookies();
    private ServerVersion version = ServerVersion.EXCHANGE_2013_SP1;
    private Instant quietUntil = Instant.MIN;

    Cookies cookies() {
        return cookies;
    }

    /** The newest version that the mailbox's server is known, or hoped, to speak. */
    synchronized ServerVersion version() {
        return version;
    }

    /** Remembers that the server does not speak a version; another request may have found out more already. */
    synchronized void stepBelow(ServerVersion refused) {
        if (version.compareTo(refused) <= 0) {
            version = refused.older().orElse(refused);
        }
    }

    /** Until when the server wants to be left alone; long past if it never said so. */
    synchronized Instant quietUntil() {
        return quietUntil;
    }

    synchronized void keepQuietUntil(Instant moment) {
        if (moment.isAfter(quietUntil)) {
            quietUntil = moment;
        }
    }

    /** Shows no cookie. */
    @Override
    public synchronized String toString() {
        return "MailboxState[" + version + ", quiet until " + quietUntil + "]";
    }
}
