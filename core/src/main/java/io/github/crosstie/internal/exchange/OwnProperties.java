package io.github.crosstie.internal.exchange;

/**
 * Where a mailbox carries what is the engine's own: named properties of one set, each a text. The same for ever:
 * whoever changes them no longer finds what was marked before, and a mailbox has room for few of them.
 */
public final class OwnProperties {

    /** The set, a GUID; searches take it literally, in this case. */
    public static final String SET = "7f1a3c52-9d64-4b0e-8a57-c3e2b6d0f4a1";

    /** The mark of an item: {@link Stamp#text}. */
    public static final String TAG = "CrosstieTag";

    /** The rule of a series as it was written: what Exchange has of it says the same in other words. */
    public static final String RULE = "CrosstieRule";

    /** The claim of a mailbox: {@link ClaimText}, carried by a folder. */
    public static final String CLAIM = "CrosstieClaim";

    /** The hidden folder beside a mailbox's own in which the folders of claims are. */
    public static final String CLAIM_FOLDER = "Crosstie";

    private OwnProperties() {}
}
