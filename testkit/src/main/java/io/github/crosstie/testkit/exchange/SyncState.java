package io.github.crosstie.testkit.exchange;

import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.StoredMailbox;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;

/**
 * How far a client has followed a folder, as an opaque text. What happened after {@code base} and not after {@code top}
 * is told from the newest to the oldest; what is older than {@code cursor} is still to be told.
 *
 * @param base the client knows all that happened until then
 * @param top how far this pass goes
 * @param cursor all since then has been told in this pass
 */
record SyncState(long base, long top, long cursor) {

    /** Real states are long. */
    private static final String PADDING = "-".repeat(160);

    static SyncState start(StoredMailbox mailbox) {
        return new SyncState(0, mailbox.sequence(), mailbox.sequence() + 1);
    }

    /** Where the pass after a finished one begins. */
    SyncState next(StoredMailbox mailbox) {
        if (cursor > base + 1) {
            return this;
        }
        return new SyncState(top, mailbox.sequence(), mailbox.sequence() + 1);
    }

    SyncState finished() {
        return new SyncState(base, top, base + 1);
    }

    String write(StoredMailbox mailbox, String scope) {
        String text = String.join(
                "|",
                scope,
                mailbox.number + "." + mailbox.syncEpoch,
                Long.toString(base),
                Long.toString(top),
                Long.toString(cursor),
                PADDING);
        return Base64.getEncoder().encodeToString((text + "|" + sum(text)).getBytes(StandardCharsets.UTF_8));
    }

    /** Reads a state; a damaged one, one of another folder and one that has expired are refused. */
    static SyncState read(String state, StoredMailbox mailbox, String scope) throws Refusal {
        try {
            String text = new String(Base64.getDecoder().decode(state.strip()), StandardCharsets.UTF_8);
            int end = text.lastIndexOf('|');
            String[] parts = text.split("\\|", -1);
            boolean whole = parts.length == 7
                    && sum(text.substring(0, end)).equals(parts[6])
                    && parts[0].equals(scope)
                    && parts[1].equals(mailbox.number + "." + mailbox.syncEpoch);
            if (whole) {
                return new SyncState(Long.parseLong(parts[2]), Long.parseLong(parts[3]), Long.parseLong(parts[4]));
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException damaged) {
            throw invalid();
        }
        throw invalid();
    }

    private static Refusal invalid() {
        return new Refusal("ErrorInvalidSyncStateData", "Synchronization state data is corrupt or otherwise invalid.");
    }

    private static String sum(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }
}
