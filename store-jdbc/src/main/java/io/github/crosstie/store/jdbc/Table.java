package io.github.crosstie.store.jdbc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** The tables whose rows belong to a collection, and the SQL that both databases share. */
enum Table {
    LINK("id", "crm", "mail"),
    TOMBSTONE("link"),
    INTENT("link"),
    OBSERVATION("record"),
    ECHO("record"),
    DETACHED("record"),
    SCANNED("record", "side"),
    QUARANTINE("record"),
    DELETION("link", "at_second", "at_nano"),
    HINT("link", "crm", "mail"),
    UNJUDGED("link"),
    FORMER_ID("link"),
    PROPERTY("name"),
    JOURNAL("id");

    private final String all;
    private final String put;
    private final String remove;
    private final String clear;

    Table(String key, String... further) {
        String table = "crosstie_" + name().toLowerCase(java.util.Locale.ROOT);
        List<String> others = new ArrayList<>(List.of(further));
        others.add("value");
        all = "select value from " + table + " where collection = ? order by " + key;
        put = "insert into " + table + " (collection, " + key + ", " + String.join(", ", others) + ") values ("
                + String.join(", ", Collections.nCopies(others.size() + 2, "?")) + ") on conflict (collection, " + key
                + ") do update set "
                + others.stream()
                        .map(column -> column + " = excluded." + column)
                        .collect(Collectors.joining(", "));
        clear = "delete from " + table + " where collection = ?";
        remove = clear + " and " + key + " = ?";
    }

    /** Reads the values of a collection, in the order of their keys. */
    String all() {
        return all;
    }

    /** Stores a row in place of the one with its key: collection, key, further columns, value. */
    String put() {
        return put;
    }

    /** Removes a row: collection, key. */
    String remove() {
        return remove;
    }

    /** Removes all rows of a collection; may be narrowed by appending conditions. */
    String clear() {
        return clear;
    }
}
