package io.github.crosstie.ews.internal.soap;

import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads elements one after another, without keeping what it has read. It always stands on an element. Not safe for use
 * by several threads. Every method that moves on throws {@link io.github.crosstie.fault.ContractBrokenException} where the
 * document is not XML and {@link java.io.UncheckedIOException} where its bytes end early or cannot be read.
 */
public interface XmlInput {

    /**
     * The name of the element it stands on, without its namespace.
     *
     * @return the name
     */
    String name();

    /**
     * The namespace of the element it stands on.
     *
     * @return the namespace, or nothing for one that this connector does not know
     */
    Optional<Space> space();

    /**
     * An attribute of the element it stands on.
     *
     * @param name the attribute's name
     * @return its value, or null if there is none
     * @throws IllegalStateException if the element's content has been read already
     */
    @Nullable
    String attribute(String name);

    /**
     * Reads the text of the element it stands on, to the element's end. Elements within are passed over.
     *
     * @return the text
     * @throws IllegalStateException if the element's content has been read already
     */
    String text();

    /** Passes over the element it stands on, with everything in it. */
    void skip();

    /**
     * Goes through the children of the element it stands on. The consumer may read a child, in part or wholly, or leave
     * it; in any case the next call stands on the next child.
     *
     * @param child is called once for each child, standing on it
     * @throws IllegalStateException if the element's content has been read already
     */
    void children(Child child);

    /** What is done with a child. */
    @FunctionalInterface
    interface Child {

        /**
         * Reads a child.
         *
         * @param element stands on the child
         */
        void read(XmlInput element);
    }

    /**
     * Reads a document of a sensible size.
     *
     * @param document its bytes
     * @return the input, standing on the document's root
     * @throws io.github.crosstie.fault.ContractBrokenException if it is not XML, or declares a document type
     * @throws java.io.UncheckedIOException if its bytes end early or cannot be read
     */
    static XmlInput of(InputStream document) {
        return StaxInput.ofDocument(document, StaxInput.LONGEST_DOCUMENT);
    }
}
