package io.github.crosstie.sync;

/** The process dies here. */
final class Crash extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
