package io.github.crosstie.examples.house;

import io.github.crosstie.item.ItemKind;
import java.util.List;
import java.util.Optional;

/** What a person can do on one side, without the library's help. */
interface Hands {

    void create(Entry entry);

    /** The id of a record; empty if it is not there. */
    Optional<String> find(ItemKind kind, String name);

    /** The id of one time that an event takes place; empty if it is not there. */
    Optional<String> find(String subject, Span span);

    void edit(ItemKind kind, String id, Value value, String text);

    void move(String id, Span span);

    void delete(ItemKind kind, String id);

    /** A line for everything that is there. */
    List<String> lines();
}
