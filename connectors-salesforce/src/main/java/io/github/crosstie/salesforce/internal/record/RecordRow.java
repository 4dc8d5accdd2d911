package io.github.crosstie.salesforce.internal.record;

import io.github.crosstie.connector.RemoteItem;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row, understood.
 *
 * @param id its id
 * @param owner who owns it
 * @param isDeleted whether it lies in the recycle bin
 * @param record what it holds; null if it cannot be understood
 * @param trouble why it cannot be understood, without its values; empty if it can
 */
public record RecordRow(
        String id,
        String owner,
        boolean isDeleted,
        @Nullable RemoteItem record,
        String trouble) {

    /** Requires all parts but the record. */
    public RecordRow {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(trouble, "trouble");
    }
}
