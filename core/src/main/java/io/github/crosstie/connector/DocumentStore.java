package io.github.crosstie.connector;

import io.github.crosstie.fault.Incubating;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemVersion;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a system keeps one user's records of one kind, each as a document: the files of a folder, the resources of a collection. With a
 * {@link DocumentFormat} it makes a {@link DocumentEndpoint}.
 *
 * <p>One thread at a time uses it. Trouble with the whole of it is thrown as {@link Endpoint} says. Trouble with one write is an
 * {@link IOException}: nobody knows then whether it happened.
 */
@Incubating
public interface DocumentStore {

    /**
     * A document as it is now.
     *
     * @param text its text
     * @param version another one whenever the text is another
     * @param modifiedAt when it was written last; null if nobody knows
     */
    record Document(
            String text, ItemVersion version, @Nullable Instant modifiedAt) {

        /** Checks that text and version are there. */
        public Document {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(version, "version");
        }

        /** Without the text, which is somebody's. */
        @Override
        public String toString() {
            return "Document[" + version + "]";
        }
    }

    /**
     * What tells this store from one that was made anew in its place.
     *
     * @return the identity, constant as long as the store is
     */
    String identity();

    /**
     * Whether {@link #replace} and {@link #delete} compare the expected version in one step with the write, as a server does that takes
     * the header {@code If-Match}, and answer {@link WriteOutcome.Conflict} if the document has another one by then.
     *
     * @return false by default: between a look at a document and its replacement somebody else may replace it
     */
    default boolean comparesVersions() {
        return false;
    }

    /**
     * All documents.
     *
     * @return the version of each; a document that is moved meanwhile may be left out
     */
    SortedMap<ItemId, ItemVersion> list();

    /**
     * One document.
     *
     * @param id its id
     * @return the document; empty only if it is not there for certain
     */
    Optional<Document> read(ItemId id);

    /**
     * Why a document is not there.
     *
     * @param id the id of one that is not there
     * @return deleted only with proof
     */
    Removal removal(ItemId id);

    /**
     * Keeps a new document, and never replaces one that is there.
     *
     * @param uid a unique text, as the document's id or a part of it
     * @param text the document
     * @return what became of it
     * @throws IOException if nobody knows
     */
    WriteOutcome create(String uid, String text) throws IOException;

    /**
     * Replaces a document, whole or not at all. It was just read and had the expected version; a store that can compare once more, in
     * one step with the write, does.
     *
     * @param id the document's id
     * @param expected the version that it had
     * @param text what it is to be
     * @return what became of it
     * @throws IOException if nobody knows
     */
    WriteOutcome replace(ItemId id, ItemVersion expected, String text) throws IOException;

    /**
     * Deletes a document that had the expected version just before, so that a person can get it back if the system has a way.
     *
     * @param id the document's id
     * @param expected the version that it had
     * @return what became of it
     * @throws IOException if nobody knows
     */
    WriteOutcome delete(ItemId id, ItemVersion expected) throws IOException;
}
