package io.github.crosstie.testkit.internal.mailbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Ids and change keys: opaque to clients, in the alphabet of Exchange's own, of which many differ by the case of a
 * letter only.
 */
public final class Ids {

    private static final String ITEM = "AAMk";
    private static final String FOLDER = "AQMk";
    private static final String IMMUTABLE = "AAkA";

    private Ids() {}

    public static String item(int mailbox, int generation, long number) {
        return ITEM + encode("i|" + mailbox + "|" + generation + "|" + number);
    }

    public static String folder(int mailbox, int generation, long number) {
        return FOLDER + encode("f|" + mailbox + "|" + generation + "|" + number);
    }

    public static String occurrence(String master, LocalDate date) {
        return ITEM + encode("o|" + date + "|" + master);
    }

    /** What an item keeps as its id wherever it goes in its mailbox. */
    public static String immutable(int mailbox, int generation, long key) {
        return IMMUTABLE + encodeForLinks("k|" + mailbox + "|" + generation + "|" + key);
    }

    /** The same for an occurrence. */
    public static String immutableOccurrence(String master, LocalDate date) {
        return IMMUTABLE + encodeForLinks("o|" + date + "|" + master);
    }

    /** What an immutable id stands for; null if it is none. */
    public static @Nullable Parsed parseImmutable(String id) {
        if (!id.startsWith(IMMUTABLE)) {
            return null;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(id.substring(4)), StandardCharsets.UTF_8);
            if (text.startsWith("o|")) {
                int bar = text.indexOf('|', 2);
                return new Parsed(text.substring(bar + 1), LocalDate.parse(text.substring(2, bar)));
            }
            return text.startsWith("k|") ? new Parsed(id, null) : null;
        } catch (IllegalArgumentException | DateTimeParseException | IndexOutOfBoundsException foreign) {
            return null;
        }
    }

    /** The key in the immutable id of an item; null if there is none. */
    static @Nullable Long key(String id) {
        Parsed parsed = parseImmutable(id);
        if (parsed == null || parsed.occurrence() != null) {
            return null;
        }
        String text = new String(Base64.getUrlDecoder().decode(id.substring(4)), StandardCharsets.UTF_8);
        return Long.valueOf(text.substring(text.lastIndexOf('|') + 1));
    }

    private static String encodeForLinks(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    public static String changeKey(long number) {
        byte[] bytes = ByteBuffer.allocate(12).putInt(0x45).putLong(number).array();
        return "EQAAABYA" + Base64.getEncoder().encodeToString(bytes);
    }

    /** What an item keeps when it moves: sixteen bytes that no other item has. */
    public static String searchKey(int mailbox, long number) {
        byte[] bytes = ByteBuffer.allocate(16).putLong(mailbox).putLong(number).array();
        return Base64.getEncoder().encodeToString(bytes);
    }

    public static boolean isFolder(String id) {
        return id.startsWith(FOLDER);
    }

    /** What an id stands for; null if it is none. */
    public static @Nullable Parsed parse(String id) {
        if (id.length() < 8 || (!id.startsWith(ITEM) && !id.startsWith(FOLDER))) {
            return null;
        }
        try {
            String text = new String(Base64.getDecoder().decode(id.substring(4)), StandardCharsets.UTF_8);
            if (text.startsWith("o|")) {
                int bar = text.indexOf('|', 2);
                return new Parsed(text.substring(bar + 1), LocalDate.parse(text.substring(2, bar)));
            }
            return text.startsWith("i|") || text.startsWith("f|") ? new Parsed(id, null) : null;
        } catch (IllegalArgumentException | DateTimeParseException | IndexOutOfBoundsException foreign) {
            return null;
        }
    }

    private static String encode(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * An id that was understood.
     *
     * @param stored the id of the item or folder, or of the occurrence's series
     * @param occurrence the date of the occurrence in its series; null if it is none
     */
    public record Parsed(String stored, @Nullable LocalDate occurrence) {}
}
