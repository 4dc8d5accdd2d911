package io.github.crosstie.ews.internal.soap;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.Arrays;

/**
 * Hands a document on so that what Exchange lets into items survives: {@link StandIns} take the place of the characters that
 * XML forbids, raw or as references. XML declarations are left out, wherever they stand: several documents that follow each
 * other become the content of one element.
 */
final class LenientReader extends Reader {

    private static final int SIZE = 8192;
    private static final String CDATA = "<![CDATA[";
    private static final String CDATA_END = "]]>";
    private static final String DECLARATION = "<?xml ";
    private static final int LONGEST_REFERENCE = 12;

    private static final boolean[] SUSPECT = suspects("<&");
    private static final boolean[] SUSPECT_IN_CDATA = suspects("]");

    private final StandIns standIns = new StandIns();
    private final Reader source;
    private final long limit;
    private final char[] buffer = new char[SIZE];
    private String epilogue;
    private int position;
    private int end;
    private long total;
    private boolean ended;
    private boolean inCdata;
    private String pending;
    private int pendingAt;

    private LenientReader(Reader source, long limit, String prologue, String epilogue) {
        this.source = source;
        this.limit = limit;
        this.epilogue = epilogue;
        this.pending = prologue;
    }

    static LenientReader ofDocument(InputStream bytes, long limit) throws IOException {
        return new LenientReader(Decoding.of(bytes), limit, "", "");
    }

    static LenientReader ofDocuments(InputStream bytes) throws IOException {
        return new LenientReader(Decoding.of(bytes), Long.MAX_VALUE, "<documents>", "</documents>");
    }

    /** What has taken the place of something; tells what it was. */
    StandIns standIns() {
        return standIns;
    }

    /** Whether the source came to its end. */
    boolean ended() {
        return ended;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int count = 0;
        while (count < length) {
            if (pendingAt < pending.length()) {
                count += copyPending(target, offset + count, length - count);
            } else if (position < end) {
                count += copyPlain(target, offset + count, length - count);
            } else if (count > 0) {
                break;
            } else if (!fill()) {
                if (epilogue.isEmpty()) {
                    return -1;
                }
                replace(0, epilogue);
                epilogue = "";
            }
        }
        return count;
    }

    private int copyPending(char[] target, int offset, int length) {
        int count = Math.min(length, pending.length() - pendingAt);
        pending.getChars(pendingAt, pendingAt + count, target, offset);
        pendingAt += count;
        return count;
    }

    private int copyPlain(char[] target, int offset, int length) throws IOException {
        int plain = plain(Math.min(end, position + length));
        int count = plain - position;
        if (count == 0) {
            replaceSpecial();
        } else {
            System.arraycopy(buffer, position, target, offset, count);
            position = plain;
        }
        return count;
    }

    /** Where the run of characters that go through unchanged ends. */
    private int plain(int to) {
        boolean[] suspects = inCdata ? SUSPECT_IN_CDATA : SUSPECT;
        char[] characters = buffer;
        int at = position;
        while (at < to) {
            char character = characters[at];
            boolean suspect = character < suspects.length ? suspects[character] : StandIns.isSuspect(character);
            if (suspect && (at + 1 == end || !isHarmless(character, characters[at + 1]))) {
                break;
            }
            at++;
        }
        return at;
    }

    /** Control characters, and those that may begin something special. */
    private static boolean[] suspects(String special) {
        boolean[] suspects = new boolean[0x80];
        Arrays.fill(suspects, 0, 0x20, true);
        "\t\n\r".chars().forEach(space -> suspects[space] = false);
        special.chars().forEach(character -> suspects[character] = true);
        return suspects;
    }

    private static boolean isHarmless(char character, char next) {
        return switch (character) {
            case '<' -> next != '!' && next != '?';
            case '&' -> next != '#';
            case ']' -> next != ']';
            default -> false;
        };
    }

    /** Takes one special thing from the source; what is to stand for it becomes pending. */
    private void replaceSpecial() throws IOException {
        char character = buffer[position];
        switch (character) {
            case '<' -> markup();
            case '&' -> reference();
            case ']' -> {
                if (lookingAt(CDATA_END)) {
                    inCdata = false;
                    replace(CDATA_END.length(), CDATA_END);
                } else {
                    replace(1, "]");
                }
            }
            default -> replace(1, standIns.standIn(character));
        }
    }

    private void markup() throws IOException {
        if (lookingAt(CDATA)) {
            inCdata = true;
            replace(CDATA.length(), CDATA);
        } else if (lookingAt(DECLARATION)) {
            skipDeclaration();
        } else {
            replace(1, "<");
        }
    }

    private void skipDeclaration() throws IOException {
        replace(DECLARATION.length(), "");
        while (!lookingAt("?>")) {
            if (position == end && !fill()) {
                return;
            }
            position++;
        }
        position += 2;
    }

    /** Lets a reference through, unless XML 1.0 forbids what it refers to. */
    private void reference() throws IOException {
        if (!lookingAt("&#")) {
            replace(1, "&");
            return;
        }
        for (int at = 2; at < LONGEST_REFERENCE && has(at); at++) {
            if (buffer[position + at] == ';') {
                String digits = new String(buffer, position + 2, at - 2);
                replace(at + 1, referredTo(digits));
                return;
            }
        }
        replace(2, "&#");
    }

    /** The reference itself, or what stands for what it refers to. What is no reference at all is left to the parser. */
    private String referredTo(String digits) {
        String reference = "&#" + digits + ";";
        try {
            int value = digits.startsWith("x") ? Integer.parseInt(digits.substring(1), 16) : Integer.parseInt(digits);
            return StandIns.isAllowed(value) ? reference : standIns.standIn(value);
        } catch (NumberFormatException none) {
            return reference;
        }
    }

    private void replace(int taken, String replacement) {
        position += taken;
        pending = replacement;
        pendingAt = 0;
    }

    private boolean lookingAt(String expected) throws IOException {
        for (int at = 0; at < expected.length(); at++) {
            if (!has(at) || buffer[position + at] != expected.charAt(at)) {
                return false;
            }
        }
        return true;
    }

    /** Makes sure that so many characters stand after the position, as far as the source has them. */
    private boolean has(int ahead) throws IOException {
        while (position + ahead >= end) {
            if (!fill()) {
                return false;
            }
        }
        return true;
    }

    private boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        System.arraycopy(buffer, position, buffer, 0, end - position);
        end -= position;
        position = 0;
        int count = source.read(buffer, end, SIZE - end);
        if (count < 0) {
            ended = true;
            return false;
        }
        end += count;
        total += count;
        if (total > limit) {
            throw new TooLargeException(limit);
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
