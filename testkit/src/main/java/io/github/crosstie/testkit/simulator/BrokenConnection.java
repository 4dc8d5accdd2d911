package io.github.crosstie.testkit.simulator;

/** What a network library throws when the connection breaks after the request was sent. */
final class BrokenConnection extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenConnection() {
        super("the connection broke before the answer came", null, false, false);
    }
}
