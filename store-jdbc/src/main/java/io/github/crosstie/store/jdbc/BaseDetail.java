package io.github.crosstie.store.jdbc;

/** How much a store keeps of what was last seen of linked records. */
public enum BaseDetail {

    /** The values: everything can be merged, told and undone. */
    VALUES,

    /**
     * Keyed digests of the values; whatever else has to be kept as values is encrypted. See {@link
     * io.github.crosstie.state.HashedBases} for what that costs.
     */
    HASHES
}
