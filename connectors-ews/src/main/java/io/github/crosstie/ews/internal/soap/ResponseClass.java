package io.github.crosstie.ews.internal.soap;

/** How a response message went; independent of its code. */
public enum ResponseClass {
    /** Done. */
    SUCCESS,
    /** Done with a remark, or not looked at. */
    WARNING,
    /** Not done. */
    ERROR
}
