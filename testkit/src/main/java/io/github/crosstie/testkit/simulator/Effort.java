package io.github.crosstie.testkit.simulator;

/** What one worker has asked for and stored. */
final class Effort {

    int changes;
    int reads;
    int finds;
    /** Writes that took effect. */
    int writes;
    /** Commits that stored more than how far a side was listened to. */
    int contentCommits;

    boolean isSilent() {
        return writes == 0 && contentCommits == 0;
    }

    /** What an idle round may cost: one request for changes on each side. */
    boolean isIdle() {
        return isSilent() && changes == 2 && reads == 0 && finds == 0;
    }

    @Override
    public String toString() {
        return changes + " pages, " + reads + " records read, " + finds + " searches, " + writes + " writes, "
                + contentCommits + " commits";
    }
}
