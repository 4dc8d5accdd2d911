package io.github.crosstie.internal.exchange;

/**
 * Thrown where a series has something that Exchange cannot hold; its message is the reason and what becomes of it.
 */
public final class InexpressibleException extends Exception {

    private static final long serialVersionUID = 1L;

    InexpressibleException(String reason) {
        super(reason);
    }
}
