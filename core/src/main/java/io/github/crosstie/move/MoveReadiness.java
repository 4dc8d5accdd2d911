package io.github.crosstie.move;

import io.github.crosstie.configuration.Retirement;
import io.github.crosstie.conflict.MailboxAddress;
import io.github.crosstie.conflict.OrganizationUser;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.PauseReason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Which mailboxes must move to another way of access, by when, and what keeps each (S22, S24). Told from what is stored: no mailbox is
 * called.
 *
 * @param today the day on which it was drawn
 * @param deadline what switches the old way off, the first of several; null if nothing does, as on the premises
 * @param rows the mailboxes, one for each enrolled user
 */
public record MoveReadiness(LocalDate today, @Nullable Retirement deadline, List<Row> rows) {

    /** How far a mailbox is. */
    public enum Stage {
        /** It goes by the new way. */
        MOVED,
        /** It can be planned and committed now. */
        READY,
        /** Something is to be done first. */
        BLOCKED
    }

    /**
     * One mailbox.
     *
     * @param user whose
     * @param mailbox its address; null if the CRM has no usable one, or the user is held
     * @param stage how far it is
     * @param reasons what is to be done first, or to be known; for people, without personal data
     */
    public record Row(OrganizationUser user, @Nullable MailboxAddress mailbox, Stage stage, List<String> reasons) {
        /** Copies the reasons. */
        public Row {
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(stage, "stage");
            reasons = List.copyOf(reasons);
        }

        /**
         * A mailbox whose rounds may run, judged by what is stored of it.
         *
         * @param user whose
         * @param mailbox its address
         * @param states the state of each kind that flows
         * @return its row
         */
        public static Row of(OrganizationUser user, MailboxAddress mailbox, List<CollectionState> states) {
            List<CollectionState> open =
                    states.stream().filter(state -> state.movedFrom() == null).toList();
            if (open.isEmpty() && !states.isEmpty()) {
                boolean isKept =
                        states.stream().anyMatch(state -> !state.formerIds().isEmpty());
                return new Row(
                        user,
                        mailbox,
                        Stage.MOVED,
                        isKept
                                ? List.of("the former ids are kept; retire the move once nobody wants to go back")
                                : List.of());
            }
            List<String> reasons = new ArrayList<>();
            for (CollectionState state : open) {
                Readiness.blockers(state, false).stream()
                        .map(MoveBlocker::message)
                        .forEach(reasons::add);
            }
            Stage stage = reasons.isEmpty() ? Stage.READY : Stage.BLOCKED;
            boolean isBlocked = open.stream()
                    .map(CollectionState::pause)
                    .anyMatch(pause -> pause != null && pause.reason() == PauseReason.ACCESS_BLOCKED);
            if (isBlocked) {
                reasons.add(
                        "the present way is switched off already: the user does not sync until the mailbox has moved");
            }
            return new Row(user, mailbox, stage, reasons.stream().distinct().toList());
        }
    }

    /** Copies the rows. */
    public MoveReadiness {
        Objects.requireNonNull(today, "today");
        rows = List.copyOf(rows);
    }

    /**
     * A report.
     *
     * @param today the present day
     * @param retirements what switches the old way off in the mailboxes' cloud; may be empty
     * @param rows the mailboxes
     * @return the report
     */
    public static MoveReadiness of(LocalDate today, List<Retirement> retirements, List<Row> rows) {
        Optional<Retirement> first = retirements.stream().sorted().findFirst();
        return new MoveReadiness(today, first.orElse(null), rows);
    }

    /**
     * How many days are left.
     *
     * @return the days; negative if the day has passed, empty without a deadline
     */
    public OptionalLong daysLeft() {
        return deadline == null
                ? OptionalLong.empty()
                : OptionalLong.of(deadline.date().toEpochDay() - today.toEpochDay());
    }

    /**
     * The mailboxes at a stage.
     *
     * @param stage the stage
     * @return their rows, in order
     */
    public List<Row> at(Stage stage) {
        return rows.stream().filter(row -> row.stage() == stage).toList();
    }
}
