package io.github.crosstie.report;

import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.apply.SyncResult;
import io.github.crosstie.conflict.Conflict;
import io.github.crosstie.conflict.OrganizationUser;
import io.github.crosstie.conflict.Severity;
import io.github.crosstie.dispatch.DispatchReport;
import io.github.crosstie.dispatch.Dispatched;
import io.github.crosstie.fault.Incubating;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.plan.OutcomeCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Every outcome of one or more rounds, skips included, each on a line of its own (S19). Subjects are masked unless the reader owns them:
 * see {@link Builder#readableFor}. Immutable.
 *
 * @param lines the outcomes, in the order in which they were added
 * @param omitted how many more outcomes there were in very large rounds, of which a {@link RoundReport} keeps the beginning; a
 *     {@link io.github.crosstie.apply.SyncListener} is told of all of them
 */
@Incubating
public record OutcomeReport(List<OutcomeLine> lines, int omitted) {

    /** Nothing. */
    public static final OutcomeReport EMPTY = new OutcomeReport(List.of(), 0);

    /** Copies the lines. */
    public OutcomeReport {
        lines = List.copyOf(lines);
    }

    /**
     * Starts a report.
     *
     * @param run the host's name of the run, such as an id by which its log finds it
     * @param at when it ran
     * @return a builder
     */
    public static Builder builder(String run, Instant at) {
        return new Builder(run, at);
    }

    /**
     * Some of the lines.
     *
     * @param which which lines to keep
     * @return a report of these alone, in the same order
     */
    public OutcomeReport filter(Predicate<OutcomeLine> which) {
        return new OutcomeReport(lines.stream().filter(which).toList(), omitted);
    }

    /**
     * The lines that are at least so bad.
     *
     * @param least the least severity: {@link Severity#WARNING} keeps warnings and errors
     * @return a report of these alone
     */
    public OutcomeReport atLeast(Severity least) {
        return filter(line -> line.severity().compareTo(least) <= 0);
    }

    /**
     * The lines of some codes.
     *
     * @param codes which
     * @return a report of these alone
     */
    public OutcomeReport ofCode(Set<OutcomeCode> codes) {
        return filter(line -> codes.contains(line.code()));
    }

    /**
     * The lines that some retry class brings further, such as those that wait for a person.
     *
     * @param classes which
     * @return a report of these alone
     */
    public OutcomeReport ofRetry(Set<RetryClass> classes) {
        return filter(line -> classes.contains(line.guidance().retry()));
    }

    /**
     * The lines of a user.
     *
     * @param user who
     * @return a report of these alone
     */
    public OutcomeReport ofUser(OrganizationUser user) {
        return filter(line -> line.context().user().equals(user));
    }

    /**
     * The lines by cause, errors first.
     *
     * @return the lines of each code, by severity and then in the order of the codes; unmodifiable
     */
    public SortedMap<OutcomeCode, List<OutcomeLine>> byCode() {
        SortedMap<OutcomeCode, List<OutcomeLine>> byCode =
                new TreeMap<>(Comparator.comparing(OutcomeCode::severity).thenComparing(code -> code));
        lines.forEach(line ->
                byCode.computeIfAbsent(line.code(), none -> new ArrayList<>()).add(line));
        byCode.replaceAll((code, some) -> List.copyOf(some));
        return Collections.unmodifiableSortedMap(byCode);
    }

    /** Puts a report together. Not thread-safe. */
    @Incubating
    public static final class Builder {

        private final String run;
        private final Instant at;
        private final List<OutcomeLine> lines = new ArrayList<>();
        private Predicate<OrganizationUser> owned = user -> false;
        private int omitted;

        private Builder(String run, Instant at) {
            this.run = Objects.requireNonNull(run, "run");
            this.at = Objects.requireNonNull(at, "at");
        }

        /**
         * Whose subjects the reader may see, in what is added from now on; nobody's by default.
         *
         * @param users the users whose records the reader owns
         * @return this builder
         */
        public Builder readableFor(Predicate<OrganizationUser> users) {
            owned = Objects.requireNonNull(users, "users");
            return this;
        }

        /**
         * Adds what came of syncing a user.
         *
         * @param user who
         * @param result what came of it
         * @return this builder
         */
        public Builder add(OrganizationUser user, SyncResult result) {
            if (result instanceof SyncResult.Synced synced) {
                synced.rounds().forEach((kind, round) -> add(user, kind, round));
            } else if (result instanceof SyncResult.Held held) {
                held.conflicts().forEach(conflict -> line(user, code(conflict), conflict.message()));
            } else if (result instanceof SyncResult.NotEnrolled none) {
                line(user, OutcomeCode.NOT_ENROLLED, "not synced: " + none.why().status());
            } else if (result instanceof SyncResult.NoMailbox none) {
                line(user, OutcomeCode.ADDRESS_NOT_LINKED, none.reason());
            }
            return this;
        }

        /**
         * Adds what came of a dispatch. Mailboxes that were not worked on have no outcome.
         *
         * @param report the report
         * @return this builder
         */
        public Builder add(DispatchReport report) {
            report.mailboxes().forEach((user, what) -> {
                if (what instanceof Dispatched.Ran ran) {
                    add(user, ran.result());
                } else if (what instanceof Dispatched.Failed failed) {
                    line(user, OutcomeCode.BROKEN, failed.reason());
                }
            });
            return this;
        }

        private void add(OrganizationUser user, ItemKind kind, RoundReport round) {
            OutcomeLine.Context context = context(user, kind);
            round.outcomes().forEach(outcome -> lines.add(OutcomeLine.of(context, outcome, owned.test(user))));
            omitted += round.totals().count() - round.outcomes().size();
        }

        private void line(OrganizationUser user, OutcomeCode code, String message) {
            lines.add(new OutcomeLine(context(user, null), code, List.of(), List.of(), message, null));
        }

        private OutcomeLine.Context context(OrganizationUser user, @Nullable ItemKind kind) {
            return new OutcomeLine.Context(user, kind, at, run);
        }

        private static OutcomeCode code(Conflict conflict) {
            return conflict instanceof Conflict.ClaimedByAnotherOrganization
                    ? OutcomeCode.MAILBOX_CLAIMED
                    : OutcomeCode.DUPLICATE_ADDRESS;
        }

        /**
         * The report.
         *
         * @return a new report of what was added so far
         */
        public OutcomeReport build() {
            return new OutcomeReport(lines, omitted);
        }
    }
}
