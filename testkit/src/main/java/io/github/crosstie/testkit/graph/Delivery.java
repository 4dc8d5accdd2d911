package io.github.crosstie.testkit.graph;

/** How an answer gets to its client. */
enum Delivery {
    /** All of it, at once. */
    WHOLE,
    /** It ends in the middle, and the connection with it. */
    BROKEN_OFF,
    /** Half of it comes, and then nothing until the server is closed. */
    STALLED,
    /** It comes byte by byte, one each ten milliseconds. */
    DRIPPING
}
