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
    private static final boolean[] LOCAL = characters("!#$%&'*+/=?^_`{|}~-");
    private static final boolean[] DOMAIN = characters("-");

    private AddressHash() {}

    private static boolean[] characters(String special) {
        boolean[] allowed = new boolean[128];
        for (char each = '0'; each <= 'z'; each++) {
            allowed[each] = Character.isLetterOrDigit(each);
        }
        special.chars().forEach(each -> allowed[each] = true);
        return allowed;
    }

    /** The hash of the mailbox an address means, {@link #NONE} for no address; a sandbox's copy counts as the original. */
    static long of(String address, boolean sandbox) {
        int end = address.length();
        if (sandbox && end > SANDBOX_SUFFIX.length() && ends(address, end)) {
            end -= SANDBOX_SUFFIX.length();
        }
        int at = address.indexOf('@');
        long hash = 0;
        boolean plain = at > 0 && at <= 64 && end - at > 1 && address.length() - at <= 253;
        for (int place = 0; plain && place < end; place++) {
            char each = address.charAt(place);
            plain = place == at || (each == '.' ? betweenLetters(address, place, end) : allowed(each, place < at));
            char folded = each >= 'A' && each <= 'Z' ? (char) (each | 32) : each;
            hash = (hash ^ folded) * PRIME;
            hash ^= hash >>> 29;
        }
        return plain && labelsFit(address, at, end) ? finish(hash) : inFull(address, sandbox);
    }

    private static boolean ends(String address, int end) {
        return address.regionMatches(true, end - SANDBOX_SUFFIX.length(), SANDBOX_SUFFIX, 0, SANDBOX_SUFFIX.length());
    }

    private static boolean allowed(char each, boolean local) {
        return each < 128 && (local ? LOCAL : DOMAIN)[each];
    }

    private static boolean betweenLetters(String address, int dot, int end) {
        return dot > 0 && dot + 1 < end && part(address.charAt(dot - 1)) && part(address.charAt(dot + 1));
    }

    private static boolean part(char each) {
        return each != '.' && each != '@';
    }

    /** Labels that are too long, or begin or end with a hyphen, are left to the full reading. */
    private static boolean labelsFit(String address, int at, int end) {
        int start = at + 1;
        for (int place = start; place <= end; place++) {
            if (place == end || address.charAt(place) == '.') {
                if (place - start > 63 || address.charAt(start) == '-' || address.charAt(place - 1) == '-') {
                    return false;
                }
                start = place + 1;
            }
        }
        return true;
    }

    private static long inFull(String address, boolean sandbox) {
        if (!(MailboxAddress.read(address) instanceof AddressReading.Usable usable)) {
            return NONE;
        }
        String key = mailbox(usable.address(), sandbox).key();
        long hash = 0;
        for (int place = 0; place < key.length(); place++) {
            hash = (hash ^ key.charAt(place)) * PRIME;
            hash ^= hash >>> 29;
        }
        return finish(hash);
    }

    /** The mailbox that an address means in an organization: a sandbox's copy means the original (C3). */
    static MailboxAddress mailbox(MailboxAddress address, boolean sandbox) {
        return sandbox ? address.copiedFrom().orElse(address) : address;
    }

    private static long finish(long hash) {
        long mixed = (hash ^ (hash >>> 32)) * PRIME;
        mixed ^= mixed >>> 29;
        return mixed == NONE ? 1 : mixed;
    }
}
