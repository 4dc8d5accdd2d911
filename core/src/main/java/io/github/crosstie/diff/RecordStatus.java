package io.github.crosstie.diff;

/** What a listing says about a linked record, compared with what was last seen of it. */
public enum RecordStatus {
    /** It is there, as it was. */
    UNCHANGED(true, false),
    /** It is there with another version, or where versions say nothing, with other content. */
    CHANGED(true, true),
    /** A listing that is proven complete does not show it. */
    GONE(false, true),
    /** The listing says nothing about it: it is not complete, or older than the link. Nothing follows from that (G3). */
    UNSEEN(false, false);

    private static final RecordStatus[] BY_CODE = new RecordStatus[4];

    static {
        for (RecordStatus status : values()) {
            BY_CODE[status.code] = status;
        }
    }

    private final int code;

    RecordStatus(boolean isSeen, boolean isTouched) {
        code = code(isSeen, isTouched);
    }

    /** Two bits for a status. */
    static int code(boolean isSeen, boolean isTouched) {
        return (isSeen ? 1 : 0) | (isTouched ? 2 : 0);
    }

    static RecordStatus of(int code) {
        return BY_CODE[code];
    }

    int code() {
        return code;
    }
}
