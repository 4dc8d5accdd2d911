package io.github.crosstie.salesforce.internal.rest;

import io.github.crosstie.fault.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A table of commas by RFC 4180, read row by row and refused where it is not one: results of bulk jobs come in no
 * other form. So small a form is read here, as it is all that a library for tables would be needed for, and as those
 * read what is broken as best they can.
 */
final class CsvTable {

    /** Longer than any field of Salesforce; a longer text is not read into memory. */
    private static final int LONGEST_TEXT = 1 << 20;

    private static final int END = -1;

    private final String name;
    private final PushbackReader in;
    private final StringBuilder value = new StringBuilder();
    private int columns;
    private long row;

    /** A table in UTF-8; the name is for messages. */
    CsvTable(String name, byte[] content) {
        this.name = name;
        in = new PushbackReader(
                new InputStreamReader(new ByteArrayInputStream(content), StandardCharsets.UTF_8.newDecoder()));
    }

    /**
     * The next row.
     *
     * @return its values; empty after the last row
     * @throws InvalidInputException if it is no row of this table
     */
    List<String> next() {
        try {
            int first = in.read();
            if (first == END) {
                return List.of();
            }
            in.unread(first);
            List<String> values = values();
            if (columns == 0) {
                columns = values.size();
            } else if (values.size() != columns) {
                throw refused("it has " + values.size() + " values under " + columns + " heads");
            }
            row++;
            return values;
        } catch (CharacterCodingException malformed) {
            throw new InvalidInputException(name, "row " + row, "it is not UTF-8; fetch it again", malformed);
        } catch (IOException impossible) {
            throw new IllegalStateException(name + ": bytes in memory cannot be read; report this", impossible);
        }
    }

    private List<String> values() throws IOException {
        List<String> values = new ArrayList<>(columns);
        while (true) {
            value.setLength(0);
            int after = in.read();
            after = after == '"' ? quoted() : plain(after);
            values.add(value.toString());
            if (after == ',') {
                continue;
            }
            if (after == '\r') {
                after = in.read();
                if (after != '\n') {
                    throw refused("a line ends by half");
                }
            }
            if (after != '\n' && after != END) {
                throw refused("a value goes on after its closing quote");
            }
            return values;
        }
    }

    /** A value without quotes; what follows it. */
    private int plain(int first) throws IOException {
        int at = first;
        while (at != ',' && at != '\n' && at != '\r' && at != END) {
            if (at == '"') {
                throw refused("a quote stands within a value that has none around it");
            }
            take(at);
            at = in.read();
        }
        return at;
    }

    /** A value after its opening quote; what follows its closing one. */
    private int quoted() throws IOException {
        while (true) {
            int at = in.read();
            if (at == END) {
                throw refused("it was cut short: it ends within a value");
            }
            if (at == '"') {
                int after = in.read();
                if (after != '"') {
                    return after;
                }
            }
            take(at);
        }
    }

    private void take(int character) {
        if (value.length() == LONGEST_TEXT) {
            throw refused("a value is longer than any field");
        }
        value.append((char) character);
    }

    private InvalidInputException refused(String reason) {
        return new InvalidInputException(name, "row " + row, reason + "; fetch it again");
    }
}
