package io.github.crosstie.apply;

/**
 * How much a reset concerns (S20). No record is touched by it.
 *
 * @param links links that end; each becomes a hint, which is looked at before anything is matched or created
 * @param kept links that stay, because a write of theirs is under way or may still arrive
 * @param detached records that lose the mark that keeps them from being matched or created again (S11)
 * @param waiting records that were looked at and left alone, and are looked at again
 * @param held deletions that waited for a release; they are forgotten with their links (S13)
 * @param quarantined records that could not be written; they are tried again at once (S15)
 * @param openIntents writes of which nobody knows whether they happened: found out about first
 */
public record ResetCounts(int links, int kept, int detached, int waiting, int held, int quarantined, int openIntents) {}
