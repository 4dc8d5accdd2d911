package io.github.crosstie.plan;

import io.github.crosstie.connector.Removal;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.state.RecordKey;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a plan presumes of one record: the version that it has, or that it is not there.
 *
 * @param record the record
 * @param version its version, as it was read or, if it was not, as its link knows it; null if it is absent
 * @param removal what the read said about why it is absent; null if it is there
 */
public record RecordBasis(
        RecordKey record,
        @Nullable ItemVersion version,
        @Nullable Removal removal) {

    /**
     * Checks that it says one of the two.
     *
     * @throws IllegalArgumentException if it says both or neither
     */
    public RecordBasis {
        Objects.requireNonNull(record, "record");
        if ((version == null) == (removal == null)) {
            throw new IllegalArgumentException(
                    "basis of " + record + ": a record has a version or is removed; say one of the two");
        }
    }

    /**
     * A record that is there.
     *
     * @param record the record
     * @param version its version
     * @return the basis
     */
    public static RecordBasis present(RecordKey record, ItemVersion version) {
        return new RecordBasis(record, Objects.requireNonNull(version, "version"), null);
    }

    /**
     * A record that is not there.
     *
     * @param record the record
     * @param removal what is known about why
     * @return the basis
     */
    public static RecordBasis absent(RecordKey record, Removal removal) {
        return new RecordBasis(record, null, Objects.requireNonNull(removal, "removal"));
    }
}
