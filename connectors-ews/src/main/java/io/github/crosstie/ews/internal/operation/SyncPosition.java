package io.github.crosstie.ews.internal.operation;

/**
 * How far a synchronisation of a folder has come.
 *
 * @param state opaque, to be kept whole, however long it is
 * @param last whether there is nothing more for now
 */
public record SyncPosition(String state, boolean last) {

    /** Tells the length of the state, not the state. */
    @Override
    public String toString() {
        return "SyncPosition[" + state.length() + " characters, " + (last ? "last" : "more") + "]";
    }
}
