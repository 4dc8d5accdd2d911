package io.github.crosstie.store.jdbc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** The tables whose rows belong to a collection, and the SQL that both databases share. */
enum Table implements Place {
    LINK(true, "id", "crm", "mail"),
    TOMBSTONE(true, "link"),
    INTENT(true, "link"),
    OBSERVATION(true, "record"),
    ECHO(false, "record"),
    DETACHED(false, "record"),
    SCANNED(false, "record", "side"),
    QUARANTINE(true, "record"),
    DELETION(false, "link", "at_second", "at_nano"),
    /** What one holds is what was last seen of a record: a digest, if anything is not to be told. */
    HINT(false, "link", "crm", "mail"),
    UNJUDGED(false, "link"),
    FORMER_ID(false, "link"),
    /** Each {@link Property} is a place of its own. */
    PROPERTY(true, "name"),
    JOURNAL(true, "id", "at_second", "at_nano");

    /** Narrows rows that have a moment to those before one: second, second, nanosecond. The first half is what an index finds. */
    static final String BEFORE = " and at_second <= ? and (at_second < ? or at_nano < ?)";

    private final boolean mayTell;
    private final String key;
    private final String all;
    private final String page;
    private final String replace;
    private final String put;
    private final String append;
    private final String remove;
    private final String clear;

    Table(boolean mayTell, String key, String... further) {
        this.mayTell = mayTell;
        this.key = key;
        String table = "crosstie_" + name().toLowerCase(java.util.Locale.ROOT);
        List<String> others = new ArrayList<>(List.of(further));
        others.add("value");
        page = "select " + key + ", value from " + table + " where collection = ?";
        replace = "update " + table + " set value = ? where collection = ? and " + key + " = ?";
        all = page + " order by " + key;
        put = "insert into " + table + " (collection, " + key + ", " + String.join(", ", others) + ") values ("
                + String.join(", ", Collections.nCopies(others.size() + 2, "?")) + ") on conflict (collection, " + key
                + ") do update set "
                + others.stream()
                        .map(column -> column + " = excluded." + column)
                        .collect(Collectors.joining(", "));
        append = "insert into " + table + " (collection, " + String.join(", ", others) + ") values ("
                + String.join(", ", Collections.nCopies(others.size() + 1, "?")) + ")";
        clear = "delete from " + table + " where collection = ?";
        remove = clear + " and " + key + " = ?";
    }

    @Override
    public boolean mayTell() {
        return mayTell;
    }

    /** Reads keys and values of a collection, in the order of their keys: so many of them, after a key or from the first one. */
    String page(boolean isFirst, int size) {
        return page + (isFirst ? "" : " and " + key + " > ?") + " order by " + key + " limit " + size;
    }

    /** Puts another value into a row: value, collection, key. */
    String replace() {
        return replace;
    }

    /** Reads keys and values of a collection, in the order of their keys. */
    String all() {
        return all;
    }

    /** Stores a row in place of the one with its key: collection, key, further columns, value. */
    String put() {
        return put;
    }

    /** Adds a row whose key the database gives: collection, further columns, value. */
    String append() {
        return append;
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
