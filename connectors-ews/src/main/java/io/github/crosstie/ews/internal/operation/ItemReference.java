package io.github.crosstie.ews.internal.operation;

import io.github.crosstie.ews.internal.soap.Space;
import io.github.crosstie.ews.internal.soap.XmlOutput;
import org.jspecify.annotations.Nullable;

/** What names an item in a request. */
public sealed interface ItemReference permits ItemKey, ItemReference.Occurrence, ItemReference.MasterOf {

    /**
     * Writes it as an element.
     *
     * @param out where to
     */
    void write(XmlOutput out);

    /**
     * An occurrence of a series by its place in it.
     *
     * @param masterId the id of the series
     * @param changeKey the version of the series, or null for any
     * @param index counted from 1, cancelled occurrences included
     */
    record Occurrence(String masterId, @Nullable String changeKey, int index) implements ItemReference {

        /** Requires an index from 1. */
        public Occurrence {
            if (index < 1) {
                throw new IllegalArgumentException("occurrence " + index + " of a series; count from 1");
            }
        }

        @Override
        public void write(XmlOutput out) {
            out.start(Space.TYPES, "OccurrenceItemId").attribute("RecurringMasterId", masterId);
            if (changeKey != null) {
                out.attribute("ChangeKey", changeKey);
            }
            out.attribute("InstanceIndex", Integer.toString(index)).end();
        }
    }

    /**
     * The series that an occurrence belongs to.
     *
     * @param occurrenceId the id of the occurrence
     */
    record MasterOf(String occurrenceId) implements ItemReference {

        @Override
        public void write(XmlOutput out) {
            out.start(Space.TYPES, "RecurringMasterItemId")
                    .attribute("OccurrenceId", occurrenceId)
                    .end();
        }
    }
}
