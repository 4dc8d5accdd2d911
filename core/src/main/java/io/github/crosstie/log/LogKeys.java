package io.github.crosstie.log;

/**
 * The names under which the log carries its values: as key-value pairs of a line, and in the MDC of the thread that runs a round. They
 * are stable: searches and alerts may rely on them. No value is a name, a subject, an address or a secret (G6).
 */
public final class LogKeys {

    /** In the MDC: the organization whose user syncs, by its id. */
    public static final String ORGANIZATION = "crosstie.organization";

    /** In the MDC: the user who syncs, by their id in the CRM. */
    public static final String USER = "crosstie.user";

    /** In the MDC: which records the round is about, {@code CONTACT} or {@code EVENT}. */
    public static final String KIND = "crosstie.kind";

    /** In the MDC: the round, by an id of its own, under which it also holds its lease. */
    public static final String ROUND = "crosstie.round";

    /** Which part of the round, as a {@code RoundPhase}. */
    public static final String PHASE = "crosstie.phase";

    /** What became of it, as an {@code OutcomeCode}. */
    public static final String CODE = "crosstie.code";

    /** How much a person should care: {@code ERROR}, {@code WARNING} or {@code INFO}. */
    public static final String SEVERITY = "crosstie.severity";

    /** How many outcomes of the code the round had. */
    public static final String COUNT = "crosstie.count";

    /** The records concerned, each by its side and its id there. */
    public static final String RECORDS = "crosstie.records";

    /** How many records are to be, or were, created, updated and deleted. */
    public static final String WRITES = "crosstie.writes";

    /** How many deletions are held until a person releases them. */
    public static final String HELD = "crosstie.held";

    /** How long it took, in milliseconds of the host's clock. */
    public static final String MILLIS = "crosstie.millis";

    /** Until when somebody or something is left alone, as an instant. */
    public static final String UNTIL = "crosstie.until";

    /** Why, and what to do, in the words of one of the library's own exceptions or outcomes, or of a connector's. */
    public static final String REASON = "crosstie.reason";

    /** The class of an exception whose text nobody vouches for. */
    public static final String EXCEPTION = "crosstie.exception";

    /** The class of the listener concerned. */
    public static final String LISTENER = "crosstie.listener";

    private LogKeys() {}
}
