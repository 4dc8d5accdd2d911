package io.github.crosstie.engagement;

/** Ends a run as the end of its process would: nothing catches it on the way. */
public final class ProcessDied extends Error {

    private static final long serialVersionUID = 1L;

    public ProcessDied() {
        super("the process ends here");
    }
}
