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
    /** An ordinary address has at most so many characters before the {@code @} and after; others are read in full. */
    private static final int LONGEST_PART = 63;

    private static final int CHARACTER = (1 << 8) - 1;
    /** No character of an ordinary address. */
    private static final int FOREIGN = 1 << 8;
    /** Ends a part, or must not stand at the end of one: no two of these may meet. */
    private static final int EDGE = 1 << 9;

    private static final int AT = 1 << 10;
    /** Stands before the {@code @} only. */
    private static final int LOCAL = AT << 1;

    /** For each ASCII character what it is, above the character in lower case. */
    private static final short[] KINDS = kinds();

    private AddressHash() {}

    private static short[] kinds() {
        short[] kinds = new short[128];
        for (char each = 0; each < kinds.length; each++) {
            kinds[each] = (short) (Character.isLetterOrDigit(each) ? Character.toLowerCase(each) : FOREIGN);
        }
        "!#$%&'*+/=?^_`{|}~".chars().forEach(each -> kinds[each] = (short) (each | LOCAL));
        kinds['.'] = '.' | EDGE;
        kinds['-'] = '-' | EDGE;
        kinds['@'] = '@' | EDGE | AT;
        return kinds;
    }

    /**
     * The hash of the mailbox an address means, {@link #NONE} for no address; a sandbox's copy counts as the original.
     * Where a part ends is found by arithmetic, as no processor guesses where the next dot is.
     */
    static long of(String address, boolean sandbox) {
        int end = address.length();
        if (sandbox && end > SANDBOX_SUFFIX.length() && ends(address, end)) {
            end -= SANDBOX_SUFFIX.length();
        }
        long hash = 0;
        long word = 0;
        int at = 0;
        int unwanted = FOREIGN;
        int kind = EDGE;
        for (int place = 0; place < end; place++) {
            char each = address.charAt(place);
            int previous = kind;
            kind = each < KINDS.length ? KINDS[each] : FOREIGN;
            if ((kind & (unwanted | previous)) >= FOREIGN) {
                return inFull(address, sandbox);
            }
            if (each == '@') {
                at = place;
                unwanted = FOREIGN | LOCAL | AT;
            }
            word = word << 8 ^ (kind & CHARACTER);
            if ((place & 7) == 7) {
                hash = mixed(hash, word);
                word = 0;
            }
        }
        boolean isOrdinary = kind < EDGE && at > 0 && at <= LONGEST_PART && end - at - 1 <= LONGEST_PART;
        return isOrdinary ? finish(mixed(hash, word)) : inFull(address, sandbox);
    }

    private static boolean ends(String address, int end) {
        return address.regionMatches(true, end - SANDBOX_SUFFIX.length(), SANDBOX_SUFFIX, 0, SANDBOX_SUFFIX.length());
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
