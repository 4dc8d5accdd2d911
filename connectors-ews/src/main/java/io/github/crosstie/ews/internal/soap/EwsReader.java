package io.github.crosstie.ews.internal.soap;

/**
 * Reads the answer of one operation.
 *
 * @param <T> what the answer is
 */
@FunctionalInterface
public interface EwsReader<T> {

    /**
     * Reads the answer.
     *
     * @param response stands on the single element of the body, such as {@code m:GetItemResponse}
     * @return what it says
     */
    T read(XmlInput response);
}
