package io.github.crosstie.ews.internal.soap;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes elements as text. It writes what it is told in the order in which it is told; order is the business of those
 * who know the schema. Characters that XML cannot hold are left out. Not safe for use by several threads.
 */
public final class XmlOutput {

    private final StringBuilder text = new StringBuilder(1024);
    private final Deque<String> open = new ArrayDeque<>();
    private boolean inStartTag;

    /**
     * Begins a document in UTF-8.
     *
     * @return the output, after the document's declaration
     */
    static XmlOutput document() {
        XmlOutput out = new XmlOutput();
        out.text.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>");
        return out;
    }

    /**
     * Begins an element.
     *
     * @param space its namespace
     * @param name its name
     * @return this
     */
    public XmlOutput start(Space space, String name) {
        closeStartTag();
        String qualified = space.prefix() + ":" + name;
        open.push(qualified);
        text.append('<').append(qualified);
        inStartTag = true;
        return this;
    }

    /**
     * Gives the element just begun an attribute.
     *
     * @param name its name
     * @param value its value
     * @return this
     * @throws IllegalStateException if the element has content already
     */
    public XmlOutput attribute(String name, String value) {
        if (!inStartTag) {
            throw new IllegalStateException("attribute " + name + " after the content of its element; write it first");
        }
        text.append(' ').append(name).append("=\"");
        escape(value, true);
        text.append('"');
        return this;
    }

    /**
     * Adds text to the element.
     *
     * @param value the text
     * @return this
     */
    public XmlOutput text(String value) {
        closeStartTag();
        escape(value, false);
        return this;
    }

    /**
     * Ends the element begun last.
     *
     * @return this
     */
    public XmlOutput end() {
        String name = open.pop();
        if (inStartTag) {
            text.append("/>");
            inStartTag = false;
        } else {
            text.append("</").append(name).append('>');
        }
        return this;
    }

    /**
     * Writes an element that holds text alone.
     *
     * @param space its namespace
     * @param name its name
     * @param value its text
     * @return this
     */
    public XmlOutput element(Space space, String name, String value) {
        return start(space, name).text(value).end();
    }

    /** What has been written. */
    @Override
    public String toString() {
        closeStartTag();
        return text.toString();
    }

    private void closeStartTag() {
        if (inStartTag) {
            text.append('>');
            inStartTag = false;
        }
    }

    /** Appends runs of characters that stand for themselves at once, and what cannot stand so one by one. */
    private void escape(String value, boolean attribute) {
        int from = 0;
        for (int at = 0; at < value.length(); at++) {
            char character = value.charAt(at);
            if (isPlain(character)) {
                continue;
            }
            if (isPair(value, at)) {
                at++;
                continue;
            }
            text.append(value, from, at).append(replacement(character, attribute));
            from = at + 1;
        }
        text.append(value, from, value.length());
    }

    private static boolean isPlain(char character) {
        return switch (character) {
            case '<', '>', '&', '"' -> false;
            default -> (character >= 0x20 && character < 0xD800) || (character >= 0xE000 && character <= 0xFFFD);
        };
    }

    private static boolean isPair(String value, int at) {
        return at + 1 < value.length() && Character.isSurrogatePair(value.charAt(at), value.charAt(at + 1));
    }

    private static String replacement(char character, boolean attribute) {
        return switch (character) {
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '&' -> "&amp;";
            case '\r' -> "&#13;";
            case '"' -> attribute ? "&quot;" : "\"";
            case '\n' -> attribute ? "&#10;" : "\n";
            case '\t' -> attribute ? "&#9;" : "\t";
            default -> "";
        };
    }
}
