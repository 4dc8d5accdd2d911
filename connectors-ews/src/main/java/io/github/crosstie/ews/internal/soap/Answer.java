package io.github.crosstie.ews.internal.soap;

import org.jspecify.annotations.Nullable;

/**
 * What an envelope holds: an answer or a fault.
 *
 * @param <T> what the answer is
 */
public sealed interface Answer<T> {

    /**
     * Which server wrote it.
     *
     * @return the build, or null if it does not say
     */
    @Nullable
    ServerVersionInfo server();

    /**
     * The operation's answer. Items in it may have failed.
     *
     * @param value what the reader made of it
     * @param server which server wrote it, or null
     * @param <T> what the answer is
     */
    record Value<T>(T value, @Nullable ServerVersionInfo server) implements Answer<T> {}

    /**
     * The request as a whole failed.
     *
     * @param trouble why
     * @param server which server wrote it, or null
     * @param <T> what the answer would have been
     */
    record Fault<T>(Trouble trouble, @Nullable ServerVersionInfo server) implements Answer<T> {}
}
