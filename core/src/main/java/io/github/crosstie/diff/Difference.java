package io.github.crosstie.diff;

import io.github.crosstie.item.Side;
import java.util.Objects;

/** One thing that two listings show to be otherwise than when the links were last in step. */
public sealed interface Difference {

    /**
     * A link of which at least one record changed or is gone.
     *
     * @param crm its record in the CRM
     * @param mail its record in the mailbox
     */
    record OfLink(ListedRecord crm, ListedRecord mail) implements Difference {

        /** Requires both. */
        public OfLink {
            Objects.requireNonNull(crm, "crm");
            Objects.requireNonNull(mail, "mail");
        }

        /**
         * The record on a side.
         *
         * @param side the side
         * @return what the listing of that side says about it
         */
        public ListedRecord on(Side side) {
            return side == Side.CRM ? crm : mail;
        }

        /**
         * Whether both sides were touched, so that one may have to give way (S3).
         *
         * @return true if each record changed or is gone
         */
        public boolean isOnBothSides() {
            return isTouched(crm) && isTouched(mail);
        }

        private static boolean isTouched(ListedRecord record) {
            return record.status() == RecordStatus.CHANGED || record.status() == RecordStatus.GONE;
        }
    }

    /**
     * A record without a link: to be matched (S2) or created on the other side.
     *
     * @param side where it is
     * @param record the record as listed
     */
    record Unlinked(Side side, RecordSnapshot record) implements Difference {

        /** Requires both. */
        public Unlinked {
            Objects.requireNonNull(side, "side");
            Objects.requireNonNull(record, "record");
        }
    }
}
