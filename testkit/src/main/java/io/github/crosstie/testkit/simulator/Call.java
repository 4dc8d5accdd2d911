package io.github.crosstie.testkit.simulator;

/** What a worker asks of a side or of the store. */
enum Call {
    SCOPE,
    CHANGES,
    READ,
    FIND,
    /** A batch of writes is about to be sent. */
    SEND,
    /** One write of a batch. */
    WRITE,
    ACQUIRE,
    RENEW,
    LOAD,
    COMMIT,
    RELEASE;

    boolean ofStore() {
        return compareTo(ACQUIRE) >= 0;
    }
}
