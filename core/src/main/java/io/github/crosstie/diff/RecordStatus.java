package io.github.crosstie.diff;

/** What a listing says about a linked record, compared with what was last seen of it. */
public enum RecordStatus {
    /** It is there, as it was. */
    UNCHANGED,
    /** It is there with another version, or where versions say nothing, with other content. */
    CHANGED,
    /** A listing that is proven complete does not show it. */
    GONE,
    /** The listing says nothing about it: it is not complete, or older than the link. Nothing follows from that (G3). */
    UNSEEN
}
