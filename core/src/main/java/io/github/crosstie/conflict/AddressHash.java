package io.github.crosstie.conflict;

/**
 * A hash of the mailbox that an address means: equal mailboxes have equal hashes. Ordinary ASCII addresses, which are nearly
 * all, are checked and hashed in one pass over their characters without making anything; the others are read in full.
 */
final class AddressHash {

    /** Not an address. */
    static final long NONE = 0;

    private static final String SANDBOX_SUFFIX = ".invalid";
    private static final long PRIME = 0x9E3779B97F4A7C15L;
    /** Characters that stand for themselves, in lower case; 0 for all others. */
    static final byte[] LOCAL = characters("!#$%&'*+/=?^_`{|}~-");

    static final byte[] DOMAIN = characters("-");

    private AddressHash() {}

    private static byte[] characters(String special) {
        byte[] allowed = new byte[128];
        for (char each = '0'; each <= 'z'; each++) {
            allowed[each] = (byte) (Character.isLetterOrDigit(each) ? Character.toLowerCase(each) : 0);
        }
        special.chars().forEach(each -> allowed[each] = (byte) each);
        return allowed;
    }

    /** The hash of the mailbox an address means, {@link #NONE} for no address; a sandbox's copy counts as the original. */
    static long of(String address, boolean sandbox) {
        int end = address.length();
        if (sandbox && end > SANDBOX_SUFFIX.length() && ends(address, end)) {
            end -= SANDBOX_SUFFIX.length();
        }
        int at = address.indexOf('@');
        if (at <= 0 || at > 64 || end - at <= 1 || address.length() - at > 253) {
            return inFull(address, sandbox);
        }
        byte[] allowed = LOCAL;
        long hash = 0;
        long word = 0;
        int part = 0; // where the current part, between dots, begins
        for (int place = 0; place < end; place++) {
            char each = address.charAt(place);
            byte folded = each < 128 ? allowed[each] : 0;
            if (folded == 0) {
                if ((each != '.' && place != at) || !fits(address, part, place, place > at)) {
                    return inFull(address, sandbox);
                }
                folded = (byte) each;
                part = place + 1;
                allowed = place == at ? DOMAIN : allowed;
            }
            word = word << 8 ^ folded;
            if ((place & 7) == 7) {
                hash = mixed(hash, word);
                word = 0;
            }
        }
        return fits(address, part, end, true) ? finish(mixed(hash, word)) : inFull(address, sandbox);
    }

    private static boolean ends(String address, int end) {
        return address.regionMatches(true, end - SANDBOX_SUFFIX.length(), SANDBOX_SUFFIX, 0, SANDBOX_SUFFIX.length());
    }

    /** Empty parts, and labels that are too long or begin or end with a hyphen, are left to the full reading. */
    private static boolean fits(String address, int from, int to, boolean label) {
        return to > from
                && (!label || (to - from <= 63 && address.charAt(from) != '-' && address.charAt(to - 1) != '-'));
    }

    private static long inFull(String address, boolean sandbox) {
        if (!(MailboxAddress.read(address) instanceof AddressReading.Usable usable)) {
            return NONE;
        }
        String key = mailbox(usable.address(), sandbox).key();
        long hash = 0;
        long word = 0;
        for (int place = 0; place < key.length(); place++) {
            word = word << 8 ^ key.charAt(place);
            if ((place & 7) == 7) {
                hash = mixed(hash, word);
                word = 0;
            }
        }
        return finish(mixed(hash, word));
    }

    /** The mailbox that an address means in an organization: a sandbox's copy means the original (C3). */
    static MailboxAddress mailbox(MailboxAddress address, boolean sandbox) {
        return sandbox ? address.copiedFrom().orElse(address) : address;
    }

    /** Eight characters at a time: a multiplication for each would keep the next one waiting. */
    private static long mixed(long hash, long word) {
        long mixed = (hash ^ word) * PRIME;
        return mixed ^ mixed >>> 32;
    }

    private static long finish(long hash) {
        long mixed = (hash ^ (hash >>> 32)) * PRIME;
        mixed ^= mixed >>> 29;
        return mixed == NONE ? 1 : mixed;
    }
}
