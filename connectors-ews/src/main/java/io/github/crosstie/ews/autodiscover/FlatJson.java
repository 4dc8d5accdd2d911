package io.github.crosstie.ews.autodiscover;

import java.util.HashMap;
import java.util.Map;

/**
 * Reads the one kind of JSON that Autodiscover answers: an object of texts. Anything else is refused; a whole JSON
 * library would be asked for no more than this.
 */
final class FlatJson {

    private final String text;
    private int at;

    private FlatJson(String text) {
        this.text = text;
    }

    /**
     * Reads an object.
     *
     * @throws IllegalArgumentException if it is anything but one object of texts
     */
    static Map<String, String> read(String text) {
        FlatJson json = new FlatJson(text.startsWith("\uFEFF") ? text.substring(1) : text);
        Map<String, String> object = json.object();
        json.space();
        if (json.at < json.text.length()) {
            throw json.unexpected();
        }
        return object;
    }

    private Map<String, String> object() {
        Map<String, String> object = new HashMap<>();
        expect('{');
        if (isNext('}')) {
            at++;
            return object;
        }
        while (true) {
            String name = string();
            expect(':');
            object.put(name, string());
            if (!isNext(',')) {
                break;
            }
            at++;
        }
        expect('}');
        return object;
    }

    private String string() {
        expect('"');
        StringBuilder value = new StringBuilder();
        while (true) {
            char character = take();
            if (character == '"') {
                return value.toString();
            }
            if (character < ' ') {
                throw unexpected();
            }
            value.append(character == '\\' ? escaped() : character);
        }
    }

    private char escaped() {
        char kind = take();
        return switch (kind) {
            case '"', '\\', '/' -> kind;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw unexpected();
        };
    }

    private char unicode() {
        int value = 0;
        for (int digit = 0; digit < 4; digit++) {
            int half = Character.digit(take(), 16);
            if (half < 0) {
                throw unexpected();
            }
            value = value * 16 + half;
        }
        return (char) value;
    }

    private boolean isNext(char expected) {
        space();
        return at < text.length() && text.charAt(at) == expected;
    }

    private void expect(char expected) {
        space();
        if (take() != expected) {
            throw unexpected();
        }
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char take() {
        if (at >= text.length()) {
            throw unexpected();
        }
        return text.charAt(at++);
    }

    private IllegalArgumentException unexpected() {
        return new IllegalArgumentException("not an object of texts: see its character " + at);
    }
}
