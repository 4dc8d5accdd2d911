package io.github.crosstie.ews.internal.operation;

import io.github.crosstie.ews.internal.soap.Trouble;

/**
 * What became of one item of a request.
 *
 * @param <T> what there is if it went well
 */
public sealed interface Result<T> {

    /**
     * It went well.
     *
     * @param value what there is
     * @param <T> its type
     */
    record Done<T>(T value) implements Result<T> {}

    /**
     * It did not; the other items are not concerned.
     *
     * @param trouble why
     * @param <T> what there would have been
     */
    record Failed<T>(Trouble trouble) implements Result<T> {}
}
