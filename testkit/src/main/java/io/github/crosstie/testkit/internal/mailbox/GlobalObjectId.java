package io.github.crosstie.testkit.internal.mailbox;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The identity of an event across mailboxes, from which its UID is told: made by Outlook, or wrapped around the UID of
 * another calendar.
 */
public final class GlobalObjectId {

    private static final String OUTLOOK = "040000008200E00074C5B7101A82E008";
    private static final byte[] FOREIGN = "vCal-Uid\1\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int DATE = 16;

    private final byte[] bytes;

    private GlobalObjectId(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A UID as Outlook makes them, from a number. */
    public static String newUid(int mailbox, long number) {
        byte[] rest = ByteBuffer.allocate(40)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0)
                .putLong(0)
                .putLong(0)
                .putInt(16)
                .putLong(mailbox)
                .putLong(number)
                .array();
        return OUTLOOK + HexFormat.of().withUpperCase().formatHex(rest);
    }

    public static GlobalObjectId of(String uid) {
        if (uid.toUpperCase(Locale.ROOT).startsWith(OUTLOOK) && uid.length() % 2 == 0) {
            try {
                return new GlobalObjectId(HexFormat.of().parseHex(uid));
            } catch (IllegalArgumentException notHexadecimal) {
                return foreign(uid);
            }
        }
        return foreign(uid);
    }

    private static GlobalObjectId foreign(String uid) {
        byte[] text = uid.getBytes(StandardCharsets.UTF_8);
        ByteBuffer buffer =
                ByteBuffer.allocate(40 + FOREIGN.length + text.length + 1).order(ByteOrder.LITTLE_ENDIAN);
        buffer.put(HexFormat.of().parseHex(OUTLOOK)).position(36);
        buffer.putInt(FOREIGN.length + text.length + 1).put(FOREIGN).put(text);
        return new GlobalObjectId(buffer.array());
    }

    /** Adds the two extended properties that hold it; only one of them tells the date of an occurrence. */
    public void addTo(Properties event, @Nullable LocalDate occurrence) throws Refusal {
        byte[] dated = bytes.clone();
        if (occurrence != null) {
            dated[DATE] = (byte) (occurrence.getYear() >> 8);
            dated[DATE + 1] = (byte) occurrence.getYear();
            dated[DATE + 2] = (byte) occurrence.getMonthValue();
            dated[DATE + 3] = (byte) occurrence.getDayOfMonth();
        }
        event.putExtended(property("3", dated));
        event.putExtended(property("35", bytes));
    }

    private static Tree property(String id, byte[] value) {
        return Tree.of(
                "t:ExtendedProperty",
                Tree.of("t:ExtendedFieldURI")
                        .with("DistinguishedPropertySetId", "Meeting")
                        .with("PropertyId", id)
                        .with("PropertyType", "Binary"),
                Tree.of("t:Value", Base64.getEncoder().encodeToString(value)));
    }
}
