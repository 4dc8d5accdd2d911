package io.github.crosstie.report;

import io.github.crosstie.apply.Outcome;
import io.github.crosstie.conflict.OrganizationUser;
import io.github.crosstie.conflict.Severity;
import io.github.crosstie.fault.Incubating;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.state.RecordKey;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One outcome of a round, on a line of its own (S19). Holds personal data only if it was made {@linkplain #of(Context, Outcome, boolean)
 * for a reader who owns it}; {@link #toString} shows none in any case. Immutable.
 *
 * @param context of whom, when and in which run
 * @param code what became of it
 * @param records the records concerned; none if it concerns the whole round or the user
 * @param fields the names of the fields that it is about; none if it is about the record as a whole
 * @param message what happened, and why
 * @param subject the name of the contact or the subject of the event; null if it is masked or not known
 */
@Incubating
public record OutcomeLine(
        Context context,
        OutcomeCode code,
        List<RecordKey> records,
        List<String> fields,
        String message,
        @Nullable String subject) {

    /**
     * What the outcomes of a round have in common.
     *
     * @param user of whose sync
     * @param kind contacts or events; null if it concerns both
     * @param at when
     * @param run the host's name of the run, such as an id by which its log finds it
     */
    @Incubating
    public record Context(OrganizationUser user, @Nullable ItemKind kind, Instant at, String run) {
        /** Requires all parts but the kind. */
        public Context {
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(run, "run");
        }
    }

    /** Requires all parts but the subject, and copies the lists. */
    public OutcomeLine {
        Objects.requireNonNull(context, "context");
        Objects.requireNonNull(code, "code");
        records = List.copyOf(records);
        fields = List.copyOf(fields);
        Objects.requireNonNull(message, "message");
    }

    /**
     * The line of an outcome, such as one that a {@link io.github.crosstie.apply.SyncListener} is told of.
     *
     * @param context of whom, when and in which run
     * @param outcome the outcome
     * @param owned whether the reader owns the records: then the line has the subject, and what a system says of a record that it
     *     refuses
     * @return the line
     */
    public static OutcomeLine of(Context context, Outcome outcome, boolean owned) {
        return new OutcomeLine(
                context,
                outcome.code(),
                outcome.records(),
                Subjects.fields(outcome),
                message(outcome, owned),
                owned ? Subjects.of(outcome) : null);
    }

    private static String message(Outcome outcome, boolean owned) {
        if (outcome instanceof Outcome.Applied applied) {
            return Subjects.made(applied.change());
        }
        if (outcome instanceof Outcome.Stopped stopped) {
            return stopped.message();
        }
        return owned && outcome instanceof Outcome.Refused refused
                ? "the system refuses it with " + refused.systemCode() + ": " + refused.message()
                : OutcomeReason.of(outcome);
    }

    /**
     * How much a person should care.
     *
     * @return the severity of the code
     */
    public Severity severity() {
        return code.severity();
    }

    /**
     * What the code means and what to do.
     *
     * @return the guidance for the code
     */
    public Guidance guidance() {
        return Guidance.of(code);
    }

    /**
     * The ids on one side of the records concerned.
     *
     * @param side the side
     * @return the ids, separated by spaces; empty if none is on that side
     */
    public String ids(Side side) {
        return records.stream()
                .filter(record -> record.side() == side)
                .map(record -> record.id().value())
                .collect(Collectors.joining(" "));
    }

    @Override
    public String toString() {
        return "OutcomeLine[" + code + ", " + context.user() + ", " + records + "]";
    }
}
