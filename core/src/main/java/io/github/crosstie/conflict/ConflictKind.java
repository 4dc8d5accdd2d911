package io.github.crosstie.conflict;

/** What can clash, in the order of the rules. */
public enum ConflictKind {
    /** One mailbox in active configurations of several organizations (C1). */
    ACTIVE_IN_SEVERAL_ORGANIZATIONS("C1", Severity.ERROR),
    /** As C1, at least one of the organizations a sandbox (C2). */
    ACTIVE_IN_SANDBOX_TOO("C2", Severity.ERROR),
    /** One mailbox in several organizations, of which fewer than two sync it today (C3). */
    LATENT_IN_ANOTHER_ORGANIZATION("C3", Severity.WARNING),
    /** One user individually, or one profile, in several configurations of one organization (C4). */
    ASSIGNED_TWICE("C4", Severity.ERROR),
    /** An individual and an indirect route to different configurations (C5). */
    INDIVIDUAL_BESIDE_INDIRECT("C5", Severity.INFO),
    /** Indirect routes to different configurations (C6). */
    INDIRECT_ROUTES_DISAGREE("C6", Severity.WARNING),
    /** Several users of one organization sync with one mailbox (C7). */
    MAILBOX_SHARED_BY_USERS("C7", Severity.ERROR),
    /** The address in the CRM is an alias, missing, or not an address (C8). */
    UNUSABLE_ADDRESS("C8", Severity.WARNING),
    /** The mailbox carries a claim of another organization (C9, S12). */
    CLAIMED_BY_ANOTHER_ORGANIZATION("C9", Severity.ERROR),
    /** One user in several business units (C10). */
    IN_SEVERAL_BUSINESS_UNITS("C10", Severity.INFO),
    /** One user in both sets of a business unit (C10, U4). */
    IN_BOTH_SETS("C10", Severity.WARNING);

    private final String code;
    private final Severity severity;

    ConflictKind(String code, Severity severity) {
        this.code = code;
        this.severity = severity;
    }

    /**
     * The id of the rule.
     *
     * @return such as {@code C1}
     */
    public String code() {
        return code;
    }

    /**
     * How bad it is.
     *
     * @return the severity of every finding of this kind
     */
    public Severity severity() {
        return severity;
    }
}
