package io.github.crosstie.configuration;

/** Who wins when the same field was changed on both sides since the last sync (S3). The loser's value is kept in the journal. */
public enum ConflictPolicy {
    /** The CRM. The default. */
    CRM_WINS,
    /** The mailbox. */
    MAIL_WINS,
    /** The later modification. Compares the clocks of two systems, so it is only as good as they are; ties go to the CRM. */
    LATEST_WINS
}
