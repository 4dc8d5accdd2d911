package io.github.crosstie.apply;

import io.github.crosstie.assignment.Resolution;
import io.github.crosstie.conflict.Conflict;
import io.github.crosstie.item.ItemKind;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** What came of syncing one user. */
public sealed interface SyncResult {

    /**
     * A round was run for each kind of record that flows.
     *
     * @param rounds what each round did, by kind
     */
    record Synced(SortedMap<ItemKind, RoundReport> rounds) implements SyncResult {
        /**
         * Copies the rounds.
         *
         * @param rounds what each round did, by kind
         */
        public Synced(Map<ItemKind, RoundReport> rounds) {
            this(new TreeMap<>(rounds));
        }

        /** Copies the rounds. */
        public Synced {
            rounds = Collections.unmodifiableSortedMap(new TreeMap<>(rounds));
        }

        /**
         * How many remote writes the rounds made.
         *
         * @return the number of records created, updated and deleted
         */
        public int writes() {
            return rounds.values().stream().mapToInt(RoundReport::writes).sum();
        }
    }

    /**
     * Nothing was touched: a conflict holds the user's enrollment (C1, C2, C7).
     *
     * @param conflicts what has to be resolved first
     */
    record Held(List<Conflict> conflicts) implements SyncResult {
        /** Copies the list. */
        public Held {
            conflicts = List.copyOf(conflicts);
        }
    }

    /**
     * Nothing was touched: no active configuration means the user, or the user is inactive.
     *
     * @param why the explanation
     */
    record NotEnrolled(Resolution why) implements SyncResult {
        /** Requires the explanation. */
        public NotEnrolled {
            Objects.requireNonNull(why, "why");
        }
    }

    /**
     * Nothing was touched: the CRM has no usable e-mail address for the user, so there is no mailbox to sync with (C8).
     *
     * @param reason what is wrong with the address and what to do; does not repeat it
     */
    record NoMailbox(String reason) implements SyncResult {
        /** Requires the reason. */
        public NoMailbox {
            Objects.requireNonNull(reason, "reason");
        }
    }
}
