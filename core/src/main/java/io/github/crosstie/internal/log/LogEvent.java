package io.github.crosstie.internal.log;

import io.github.crosstie.log.LogKeys;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Everything that the log may say. The table in {@code docs/operation.md} says the same. Levels mean: {@code ERROR} what nobody planned
 * for, {@code WARN} what a person should look at if it lasts, {@code INFO} what was done, {@code DEBUG} each step.
 */
public enum LogEvent {
    /** A round is about to ask for its lease. */
    ROUND_BEGAN(Level.DEBUG, "round began"),
    /** A part of a round is through. */
    PHASE_ENDED(Level.DEBUG, "phase ended", LogKeys.PHASE, LogKeys.MILLIS),
    /** A plan is about to be carried out. */
    PLAN_MADE(Level.DEBUG, "plan made", LogKeys.WRITES, LogKeys.HELD),
    /** Something came of a change or a record. */
    OUTCOME(Level.DEBUG, "outcome", LogKeys.CODE, LogKeys.SEVERITY, LogKeys.RECORDS),
    /** A round found nothing that it had to do. */
    ROUND_IDLE(Level.DEBUG, "round ended, nothing to do", LogKeys.MILLIS),
    /** A round came to its end. */
    ROUND_ENDED(Level.INFO, "round ended", LogKeys.WRITES, LogKeys.MILLIS),
    /** A round ended early, and nobody needs to care. */
    ROUND_ENDED_EARLY(
            Level.INFO,
            "round ended early",
            LogKeys.CODE,
            LogKeys.SEVERITY,
            LogKeys.REASON,
            LogKeys.UNTIL,
            LogKeys.WRITES,
            LogKeys.MILLIS),
    /** A round ended early, or was not allowed to begin, because of something that is amiss. */
    ROUND_STOPPED(
            Level.WARN,
            "round stopped",
            LogKeys.CODE,
            LogKeys.SEVERITY,
            LogKeys.REASON,
            LogKeys.UNTIL,
            LogKeys.WRITES,
            LogKeys.MILLIS),
    /** A round had outcomes that a person should look at. */
    TO_LOOK_AT(Level.WARN, "outcomes to look at", LogKeys.CODE, LogKeys.SEVERITY, LogKeys.COUNT),
    /** An exception ended a round. */
    ROUND_BROKE(Level.ERROR, "round broke", LogKeys.EXCEPTION, LogKeys.REASON, LogKeys.MILLIS),
    /** A listener threw. */
    LISTENER_FAILED(Level.WARN, "listener failed", LogKeys.LISTENER, LogKeys.EXCEPTION),
    /** A dispatch begins no further mailbox of an organization. */
    ORGANIZATION_LEFT_ALONE(Level.WARN, "organization left alone", LogKeys.ORGANIZATION, LogKeys.UNTIL),
    /** A lease stays until it runs out. */
    LEASE_KEPT(Level.WARN, "lease not given back", LogKeys.ORGANIZATION, LogKeys.USER, LogKeys.KIND),
    /** A process of a cluster has no roster, or an old one. */
    ROSTER_NOT_LOADED(Level.WARN, "roster not loaded"),
    /** A process of a cluster was closed while it loaded a roster. */
    ROSTER_STILL_LOADING(Level.WARN, "roster still loading"),
    /** Series that were written in part could not be tidied up. */
    SERIES_LEFT(Level.WARN, "series left half-finished", LogKeys.REASON);

    private final Level level;
    private final String message;

    @SuppressWarnings("ImmutableEnumChecker") // the list cannot be modified
    private final List<String> keys;

    LogEvent(Level level, String message, String... keys) {
        this.level = level;
        this.message = message;
        this.keys = List.of(keys);
    }

    /**
     * Begins a line.
     *
     * @param log where
     * @return the line, to which values are added before it is logged; of nothing if the level is off
     */
    public LoggingEventBuilder on(Logger log) {
        return log.atLevel(level).setMessage(message);
    }

    /**
     * Whether a line would be written.
     *
     * @param log where
     * @return true if its level is on
     */
    public boolean isOn(Logger log) {
        return log.isEnabledForLevel(level);
    }

    /**
     * How much a person should care.
     *
     * @return the level
     */
    public Level level() {
        return level;
    }

    /**
     * What the line says.
     *
     * @return the text, always the same
     */
    public String message() {
        return message;
    }

    /**
     * Which values the line carries.
     *
     * @return their names, from {@link LogKeys}; one without a value may be missing
     */
    public List<String> keys() {
        return keys;
    }
}
