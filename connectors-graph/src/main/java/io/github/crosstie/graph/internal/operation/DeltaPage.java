package io.github.crosstie.graph.internal.operation;

import java.util.List;

/**
 * A page of changes.
 *
 * @param entries what it says; may be none although more follows
 * @param link where to go on
 * @param last whether this is all for now
 */
public record DeltaPage(List<DeltaEntry> entries, String link, boolean last) {

    /** Copies the entries. */
    public DeltaPage {
        entries = List.copyOf(entries);
    }

    /** How many it says: ids and links are long. */
    @Override
    public String toString() {
        return "DeltaPage[" + entries.size() + (last ? ", last]" : "]");
    }
}
