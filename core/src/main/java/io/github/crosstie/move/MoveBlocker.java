package io.github.crosstie.move;

import java.util.Objects;

/**
 * What keeps a collection from moving (S22).
 *
 * @param kind which case it is
 * @param message what it is and what to do, for people; without personal data
 */
public record MoveBlocker(Kind kind, String message) {

    /** The cases. */
    public enum Kind {
        /** Writes are under way whose outcome is not known yet. */
        OPEN_WRITES,
        /** Deletions wait for a person (S13). */
        HELD_DELETIONS,
        /** A listing of everything is under way, or a re-created side is still being linked again. */
        LISTING,
        /** Another worker is at the collection. */
        LEASED,
        /** The collection is moved already. */
        MOVED,
        /** The collection was not moved, or the move is retired: there is no way back. */
        NOT_MOVED,
        /** The new way does not answer, or is refused. */
        UNREACHABLE,
        /** Records were not found again, and nobody has decided about them. */
        UNDECIDED,
        /** Records that are left alone were not found again, and nobody has agreed that they take part again. */
        LOST_MARKS,
        /** A decision names a record that is not there, or that another link has. */
        BAD_DECISION,
        /** The proof failed: the next round would create or delete what is known. */
        UNPROVEN
    }

    /** Requires both parts. */
    public MoveBlocker {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(message, "message");
    }
}
