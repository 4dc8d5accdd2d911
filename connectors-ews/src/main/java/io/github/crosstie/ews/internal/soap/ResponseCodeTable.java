package io.github.crosstie.ews.internal.soap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** All response codes of the schema, read from the table beside this class: names under their kind in brackets. */
final class ResponseCodeTable {

    static final Map<String, TroubleKind> KINDS = read();

    private ResponseCodeTable() {}

    private static Map<String, TroubleKind> read() {
        String name = "response-codes.txt";
        try (InputStream bytes = Objects.requireNonNull(ResponseCodeTable.class.getResourceAsStream(name), name);
                BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            Map<String, TroubleKind> codes = new HashMap<>();
            TroubleKind kind = TroubleKind.ITEM;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("[")) {
                    kind = TroubleKind.valueOf(line.substring(1, line.length() - 1));
                } else if (!line.isEmpty() && !line.startsWith("#")) {
                    codes.put(line, kind);
                }
            }
            return Map.copyOf(codes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
