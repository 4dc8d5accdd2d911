package io.github.crosstie.item;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The digests of a series' exceptions as one text: {@code start/name:TYPE=digest;name:TYPE=digest}, and so on after a comma. A field
 * that an occurrence does not have has an empty digest.
 */
final class HashedExceptions {

    private static final String EXCEPTION = ",";
    private static final String START = "/";
    private static final String FIELD = ";";
    private static final String TYPE = ":";
    private static final String DIGEST = "=";

    private HashedExceptions() {}

    static String text(SortedMap<String, SortedMap<Field<?>, String>> byStart) {
        StringBuilder text = new StringBuilder();
        byStart.forEach((start, fields) -> {
            text.append(text.isEmpty() ? "" : EXCEPTION).append(start);
            String before = START;
            for (Map.Entry<Field<?>, String> field : fields.entrySet()) {
                text.append(before)
                        .append(field.getKey().name())
                        .append(TYPE)
                        .append(field.getKey().type())
                        .append(DIGEST)
                        .append(field.getValue());
                before = FIELD;
            }
        });
        return text.toString();
    }

    /** By the digests of their starts. */
    static SortedMap<String, SortedMap<Field<?>, String>> parse(String text) {
        SortedMap<String, SortedMap<Field<?>, String>> byStart = new TreeMap<>();
        for (String exception : text.split(EXCEPTION, -1)) {
            String[] parts = split(exception, START);
            SortedMap<Field<?>, String> fields = new TreeMap<>();
            for (String field : parts[1].split(FIELD, -1)) {
                String[] named = split(field, DIGEST);
                String[] typed = split(named[0], TYPE);
                fields.put(new Field<>(ItemKind.EVENT, typed[0], FieldType.valueOf(typed[1])), named[1]);
            }
            byStart.put(parts[0], Collections.unmodifiableSortedMap(fields));
        }
        return byStart;
    }

    private static String[] split(String text, String at) {
        String[] parts = text.split(at, -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException(
                    "stored digests of a series' exceptions are broken off; restore the stored state from a backup");
        }
        return parts;
    }
}
