package io.github.crosstie.graph.internal.operation;

/** What a page of changes says about one item. */
public sealed interface DeltaEntry {

    /**
     * Which item.
     *
     * @return its id
     */
    String id();

    /**
     * A contact, a single event, or a series is there.
     *
     * @param id its id
     * @param version its version
     */
    record Present(String id, String version) implements DeltaEntry {}

    /**
     * An occurrence of a series is there, with or without something of its own: the series may have changed.
     *
     * @param id the occurrence's id
     * @param seriesId the series' id
     */
    record Occurrence(String id, String seriesId) implements DeltaEntry {}

    /**
     * An item is not there any more. Graph says so of deleted items, of items that were moved elsewhere, though they
     * may be back by now, and of events that were never in the window.
     *
     * @param id its id
     */
    record Removed(String id) implements DeltaEntry {}
}
