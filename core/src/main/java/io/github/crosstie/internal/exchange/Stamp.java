package io.github.crosstie.internal.exchange;

import io.github.crosstie.connector.CorrelationTag;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * The engine's mark as an item carries it: one text in one named property, which both ways into a mailbox can read and
 * search. It names the mailbox, because a mark may travel with an invitation into others, and for an event the UID,
 * because a copy takes the mark along and gets a UID of its own.
 *
 * @param mailbox a short digest of the mailbox's address
 * @param uid the UID of the event that was marked; empty for a contact, which has none
 * @param state whether the item is whole
 * @param tag the mark; for an item that is not whole yet, what tells its attempts from those of others
 */
public record Stamp(String mailbox, String uid, State state, CorrelationTag tag) {

    private static final int MAILBOX_BYTES = 6;
    private static final int UID_BYTES = 16;
    private static final int PARTS = 4;

    /** Whether all of an item has been written. */
    public enum State {
        /** It is whole. */
        WHOLE("1"),
        /** A series whose occurrences are not written yet: nobody else's business until they are. */
        UNFINISHED("0");

        private final String sign;

        State(String sign) {
            this.sign = sign;
        }
    }

    /**
     * The stamp of a contact.
     *
     * @param address the mailbox's address
     * @param tag the mark
     * @return the stamp
     */
    public static Stamp ofContact(String address, CorrelationTag tag) {
        return new Stamp(mailbox(address), "", State.WHOLE, tag);
    }

    /**
     * The stamp of an event, whose UID is made of the mark, so that the whole stamp is known before it is looked for.
     *
     * @param address the mailbox's address
     * @param tag the mark
     * @return the stamp
     */
    public static Stamp ofEvent(String address, CorrelationTag tag) {
        return new Stamp(mailbox(address), digest(tag.value(), UID_BYTES), State.WHOLE, tag);
    }

    /**
     * The same for an event that is not whole yet.
     *
     * @param attempts what tells its attempts from those of others
     * @return a changed copy
     */
    public Stamp unfinished(String attempts) {
        // The key of attempts has any length; a stamp has not.
        return new Stamp(mailbox, uid, State.UNFINISHED, new CorrelationTag(digest(attempts, UID_BYTES)));
    }

    /**
     * The same for an event whose UID the server draws by itself: a copy of it cannot be told by its UID.
     *
     * @return a changed copy
     */
    public Stamp withoutUid() {
        return new Stamp(mailbox, "", state, tag);
    }

    /**
     * Reads a stamp.
     *
     * @param text what an item carries
     * @return the stamp; empty if the text is none
     */
    public static Optional<Stamp> parse(String text) {
        String[] parts = text.split("/", PARTS);
        if (parts.length < PARTS
                || parts[PARTS - 1].isBlank()
                || parts[PARTS - 1].length() > CorrelationTag.MAX_LENGTH) {
            return Optional.empty();
        }
        return Arrays.stream(State.values())
                .filter(state -> state.sign.equals(parts[0]))
                .findFirst()
                .map(state -> new Stamp(parts[1], parts[2], state, new CorrelationTag(parts[PARTS - 1])));
    }

    /**
     * The text that an item carries.
     *
     * @return the text
     */
    public String text() {
        // An unfinished event is looked for by its attempts, each of which has a UID of its own.
        return state.sign + "/" + mailbox + "/" + (state == State.WHOLE ? uid : "") + "/" + tag.value();
    }

    /**
     * Whether the item that carries it is the one that was marked.
     *
     * @param address the mailbox's address
     * @param itemUid the item's UID; empty for a contact, and for a copied event that nobody has saved yet
     * @return false for a stamp of another mailbox, and for that of a copied event
     */
    public boolean marks(String address, String itemUid) {
        return isOf(address) && (uid.isEmpty() || uid.equals(itemUid));
    }

    /**
     * Whether it was put on an item of a mailbox.
     *
     * @param address the mailbox's address
     * @return false for a stamp that came along from another mailbox
     */
    public boolean isOf(String address) {
        return mailbox.equals(mailbox(address));
    }

    /**
     * How a stamp names a mailbox.
     *
     * @param address the mailbox's address
     * @return a short digest of it, whatever its case
     */
    public static String mailbox(String address) {
        return digest(address.toLowerCase(Locale.ROOT), MAILBOX_BYTES);
    }

    private static String digest(String text, int bytes) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256, which every JDK must have", e);
        }
    }

    /** Shows no mark of another mailbox as if it were ours. */
    @Override
    public String toString() {
        return "Stamp[" + state + ", " + tag + "]";
    }
}
