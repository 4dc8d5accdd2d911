package io.github.crosstie.engagement.user;

import io.github.crosstie.conflict.AddressReading;
import io.github.crosstie.conflict.MailboxAddress;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a business unit compares e-mail addresses and CRM usernames by: no two of its users, recycled ones included,
 * have the same. Case does not count, nor in which form the domain of an address is written.
 */
public final class UniqueKey {

    private UniqueKey() {}

    /**
     * The key of an e-mail address or of a username that looks like one.
     *
     * @param text the address or username
     * @return the key; equal for texts that a unit takes for the same
     */
    public static String of(String text) {
        if (isPlain(text)) {
            return text;
        }
        AddressReading reading = MailboxAddress.read(text);
        return reading instanceof AddressReading.Usable usable
                ? usable.address().text().toLowerCase(Locale.ROOT)
                : text.strip().toLowerCase(Locale.ROOT);
    }

    /** Nearly all are in lower case already, and need no copy. */
    private static boolean isPlain(String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean plain =
                    (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '@' || c == '.' || c == '-' || c == '_';
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether two values of a field count as the same: of unique fields by their keys, of others exactly.
     *
     * @param field the field
     * @param one a value; null for none
     * @param other another value; null for none
     * @return true if nothing has to be written
     */
    public static boolean isSame(UserField field, @Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        if (one.equals(other)) {
            return true;
        }
        boolean unique = field == UserField.EMAIL_ADDRESS || field == UserField.CRM_USERNAME;
        return unique && of(one).equals(of(other));
    }
}
