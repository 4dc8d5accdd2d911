package io.github.crosstie.internal.exchange;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a text in a mailbox. Lines end with a line feed here, whatever the server makes of them; characters
 * that XML cannot carry are left out; a body that came from HTML keeps neither hard blanks nor empty space at its end.
 */
public final class Texts {

    private static final char HARD_BLANK = '\u00A0';
    private static final int FIRST_PLAIN = 0x20;
    private static final int FIRST_NONCHARACTER = 0xFFFE;
    private static final int FIRST_BEYOND_ASCII = 0x80;
    private static final String OF_ADDRESSES = "-._~:/?#@!$&'()*+,;=%";

    /** Blanks that HTML would not show: at the beginning of a line, and before another one. */
    private static final Pattern COLLAPSING = Pattern.compile("(?m)^ | (?= )");

    private Texts() {}

    /**
     * A text of one line or several.
     *
     * @param text the text
     * @return the text as it is read back
     */
    public static String held(String text) {
        StringBuilder held = new StringBuilder(text.length());
        text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .filter(Texts::isAllowed)
                .forEach(held::appendCodePoint);
        return held.toString();
    }

    /**
     * A body or a note.
     *
     * @param text the text
     * @return the text as it is read back
     */
    public static String body(String text) {
        return held(text).replace(HARD_BLANK, ' ').stripTrailing();
    }

    /**
     * The address of a web page: a server refuses a contact whole for the sake of one that is none.
     *
     * @param text the address
     * @return the address as it is read back; null if it is none
     */
    public static @Nullable String page(String text) {
        StringBuilder address = new StringBuilder();
        held(text).trim().codePoints().forEach(character -> {
            String one = Character.toString(character);
            address.append(
                    character < FIRST_BEYOND_ASCII
                                    && OF_ADDRESSES.indexOf(character) < 0
                                    && !Character.isLetterOrDigit(character)
                            ? URLEncoder.encode(one, StandardCharsets.UTF_8).replace("+", "%20")
                            : one);
        });
        try {
            return new URI(address.toString()).toString();
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static boolean isAllowed(int character) {
        if (character < FIRST_PLAIN) {
            return character == '\n' || character == '\t';
        }
        return (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE)
                && (character < FIRST_NONCHARACTER || character > Character.MAX_VALUE);
    }

    /**
     * The beginning of a text, no longer than a property of the server can be.
     *
     * @param text the text
     * @param most how long it can be, in chars; 1 or more
     * @return the text, without its end if it is too long; no character is split
     */
    public static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    /**
     * A plain text as HTML that reads as that text: for a body that was HTML before.
     *
     * @param text the text
     * @return a whole document
     */
    public static String html(String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        escaped = COLLAPSING.matcher(escaped).replaceAll("&nbsp;").replace("\n", "<br>");
        return "<html><head></head><body>" + escaped + "</body></html>";
    }
}
