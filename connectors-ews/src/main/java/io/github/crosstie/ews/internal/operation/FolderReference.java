package io.github.crosstie.ews.internal.operation;

import io.github.crosstie.ews.internal.soap.Space;
import io.github.crosstie.ews.internal.soap.XmlOutput;
import org.jspecify.annotations.Nullable;

/** What names a folder in a request. */
public sealed interface FolderReference permits FolderKey, FolderReference.Distinguished {

    /**
     * Writes it as an element.
     *
     * @param out where to
     */
    void write(XmlOutput out);

    /**
     * A folder that every mailbox has.
     *
     * @param name its name in the schema, such as {@code calendar}, {@code contacts}, {@code msgfolderroot} or {@code root}
     * @return the reference, in the mailbox of whoever asks
     */
    static FolderReference distinguished(String name) {
        return new Distinguished(name, null);
    }

    /**
     * A folder that every mailbox has.
     *
     * @param name its name in the schema
     * @param mailbox the address of the mailbox; null for that of whoever asks
     */
    record Distinguished(String name, @Nullable String mailbox) implements FolderReference {

        @Override
        public void write(XmlOutput out) {
            out.start(Space.TYPES, "DistinguishedFolderId").attribute("Id", name);
            if (mailbox != null) {
                out.start(Space.TYPES, "Mailbox")
                        .element(Space.TYPES, "EmailAddress", mailbox)
                        .end();
            }
            out.end();
        }

        /** Names no mailbox. */
        @Override
        public String toString() {
            return "Distinguished[" + name + "]";
        }
    }
}
