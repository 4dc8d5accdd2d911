package io.github.crosstie.benchmarks;

import io.github.crosstie.connector.Connector;
import io.github.crosstie.testkit.exchange.LoopbackMailbox;
import java.time.Clock;
import java.util.List;

/** A mail server on this machine, and the library's way to it. Close it. */
interface LoopbackServer extends AutoCloseable {

    /** The mail systems there are. */
    enum Kind {
        /** Exchange Web Services. */
        EWS(50) {
            @Override
            LoopbackServer start(Clock clock) {
                return new ExchangeServer(clock);
            }
        },
        /** Microsoft Graph. */
        GRAPH(20) {
            @Override
            LoopbackServer start(Clock clock) {
                return new GraphServer(clock);
            }
        };

        private final int batch;

        Kind(int batch) {
            this.batch = batch;
        }

        /** Starts a server without mailboxes. */
        abstract LoopbackServer start(Clock clock);

        /** How many items a request is to write. */
        int batch() {
            return batch;
        }
    }

    /** What a request is about. */
    enum About {
        /** What has changed. */
        CHANGES,
        /** What items hold. */
        READING,
        /** Folders, a mailbox's claim included, which is kept in one. */
        FOLDERS,
        /** Items that are made. */
        CREATION,
        /** Items that are changed or deleted. */
        CHANGE
    }

    /**
     * One request.
     *
     * @param about what it is about
     * @param items how many items it creates or changes, if the server keeps bodies
     * @param lost whether there was no answer
     */
    record Asked(About about, int items, boolean lost) {}

    /** A connector to the server, without memory. */
    Connector connector(Clock clock);

    /** The mailbox of an address. */
    LoopbackMailbox mailbox(String address);

    /** All requests so far. */
    List<Asked> asked();

    /** Whether it keeps what requests say. */
    void keepBodies(boolean keep);

    /** The operations that write. */
    List<String> writing();

    /** The answer to one of the next requests for an operation, counted from 1, is lost; what it asks for is done. */
    void loseAnswer(String operation, int number);

    /** The server is too busy for the next request for an operation, or for all of them. */
    void refuse(String operation, boolean all);

    @Override
    void close();
}
