package io.github.crosstie.salesforce;

import java.util.Objects;

/**
 * What became of one setting of an imported document (S24).
 *
 * @param path where it stands in the document, such as {@code configurations[0].contacts.syncDirection}
 * @param value what the document says, shortened if it is long
 * @param verdict what became of it
 * @param note what differs or what to do; empty where there is nothing to say
 */
public record ImportedSetting(String path, String value, Verdict verdict, String note) {

    /** What can become of a setting. */
    public enum Verdict {
        /** It means the same here. */
        TAKEN_OVER,
        /** It has been taken over, and works differently here; the note says how. */
        WITH_DIFFERENCE,
        /** It has not been taken over; the note says what to do. */
        NO_COUNTERPART
    }

    /** Checks that nothing is null. */
    public ImportedSetting {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(note, "note");
    }

    /** The path and the verdict; the value may be personal data. */
    @Override
    public String toString() {
        return path + ": " + verdict;
    }
}
