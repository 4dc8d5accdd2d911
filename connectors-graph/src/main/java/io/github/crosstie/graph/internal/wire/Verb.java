package io.github.crosstie.graph.internal.wire;

/** What a call does, as HTTP names it. */
public enum Verb {
    /** Reads; may be repeated. */
    GET,
    /** Creates, or asks with a body. */
    POST,
    /** Changes what the body names. */
    PATCH,
    /** Removes. */
    DELETE
}
