package io.github.crosstie.ews.item;

/**
 * Thrown within this package alone where a series has something that Exchange cannot hold; its message is the reason.
 */
final class InexpressibleException extends Exception {

    private static final long serialVersionUID = 1L;

    InexpressibleException(String reason) {
        super(reason);
    }
}
