package io.github.crosstie.internal.address;

import io.github.crosstie.internal.address.AddressForm.Fault;
import io.github.crosstie.internal.address.AddressForm.Parts;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.BitSet;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads mailbox addresses by RFC 5321 (with RFC 6531, so letters of any script may stand in them). Stateless and thread-safe. */
public final class AddressSyntax {

    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST_DOMAIN = 253;
    private static final int LONGEST_LABEL = 63;

    private static final String ATEXT = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~\\-\\x{a0}-\\x{10ffff}]+";
    private static final Pattern DOT_STRING = Pattern.compile(ATEXT + "(?:\\." + ATEXT + ")*");
    private static final Pattern QUOTED = Pattern.compile("\"(?:[ !#-\\[\\]-~\\x{a0}-\\x{10ffff}]|\\\\[ -~])*\"");
    private static final Pattern LITERAL = Pattern.compile("\\[[0-9A-Za-z:.-]+]");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");

    private static final BitSet LETTER_DIGIT_HYPHEN = withLettersAndDigits("-");
    private static final BitSet ASCII_ATEXT = withLettersAndDigits("!#$%&'*+/=?^_`{|}~-");

    private AddressSyntax() {}

    private static BitSet withLettersAndDigits(String special) {
        BitSet characters = new BitSet(128);
        characters.set('0', '9' + 1);
        characters.set('A', 'Z' + 1);
        characters.set('a', 'z' + 1);
        special.chars().forEach(characters::set);
        return characters;
    }

    /**
     * Reads an address.
     *
     * @param text the address as typed, without a display name; blanks around it do not count
     * @return its parts, or why it is none
     */
    public static AddressForm read(String text) {
        String address = text.strip();
        if (address.isEmpty()) {
            return new Fault("it is empty");
        }
        int at = address.lastIndexOf('@');
        if (at < 0) {
            return new Fault("it has no @");
        }
        @Nullable String local = local(address.substring(0, at));
        if (local == null) {
            return new Fault(localFault(address.substring(0, at)));
        }
        if (local.getBytes(StandardCharsets.UTF_8).length > LONGEST_LOCAL_PART) {
            return new Fault("the part before the @ is longer than " + LONGEST_LOCAL_PART + " bytes");
        }
        String given = address.substring(at + 1);
        @Nullable String domain = domain(given);
        return domain == null
                ? new Fault(given.isEmpty() ? "nothing stands after the @" : "what stands after the @ is no domain")
                : new Parts(local, domain);
    }

    /** The local part without quotes that it does not need, or null if it is none. */
    private static @Nullable String local(String given) {
        if (isPlain(given, ASCII_ATEXT) || DOT_STRING.matcher(given).matches()) {
            return given;
        }
        if (!QUOTED.matcher(given).matches() || given.length() <= 2) {
            return null;
        }
        String content = ESCAPE.matcher(given.substring(1, given.length() - 1)).replaceAll("$1");
        return DOT_STRING.matcher(content).matches()
                ? content
                : '"' + content.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Parts of allowed ASCII characters with dots between them, as in nearly all addresses: told without a pattern. */
    private static boolean isPlain(String text, BitSet allowed) {
        boolean isPart = false;
        for (int at = 0; at < text.length(); at++) {
            char each = text.charAt(at);
            boolean isDot = each == '.';
            if (isDot ? !isPart : !allowed.get(each)) {
                return false;
            }
            isPart = !isDot;
        }
        return isPart;
    }

    private static String localFault(String given) {
        if (given.isEmpty()) {
            return "nothing stands before the @";
        }
        if (given.indexOf('<') >= 0) {
            return "it carries a display name; give the bare address";
        }
        if (given.indexOf('@') >= 0) {
            return "it has more than one @";
        }
        return "what stands before the @ has a blank, a misplaced dot, or a character that must be quoted";
    }

    /** The domain in ASCII and lower case, or null if it is none. */
    private static @Nullable String domain(String given) {
        if (given.startsWith("[") && LITERAL.matcher(given).matches()) {
            return given.toLowerCase(Locale.ROOT);
        }
        @Nullable String ascii = isPlain(given, LETTER_DIGIT_HYPHEN) ? given.toLowerCase(Locale.ROOT) : ascii(given);
        if (ascii == null || ascii.isEmpty() || ascii.length() > LONGEST_DOMAIN) {
            return null;
        }
        for (String label : ascii.split("\\.", -1)) {
            if (label.length() > LONGEST_LABEL || !isLabel(label)) {
                return null;
            }
        }
        return ascii;
    }

    private static boolean isLabel(String label) {
        return !label.startsWith("-") && !label.endsWith("-") && isPlain(label, LETTER_DIGIT_HYPHEN);
    }

    private static @Nullable String ascii(String given) {
        try {
            return IDN.toASCII(given, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException noDomainName) {
            return null;
        }
    }

    /** Upper case first, so that letters with two lower-case forms (σ, ς) are equal; composed, so that é is é. */
    static String foldCase(String text) {
        if (isPlain(text, ASCII_ATEXT)) {
            return text.toLowerCase(Locale.ROOT);
        }
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }
}
