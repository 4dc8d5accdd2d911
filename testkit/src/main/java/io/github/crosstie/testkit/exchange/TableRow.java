package io.github.crosstie.testkit.exchange;

import io.github.crosstie.testkit.internal.mailbox.Fields;
import io.github.crosstie.testkit.internal.mailbox.Tree;
import java.util.List;

/** What a search finds is a row of a table, in which long texts are cut; one by one they come whole. */
final class TableRow {

    private static final int LONGEST = 255;

    private TableRow() {}

    /** An item or a folder as a row shows it. */
    static Tree of(Tree shown) {
        List<Tree> children = shown.children().stream()
                .map(child -> child.localName().equals(Fields.EXTENDED) ? cut(child) : child)
                .toList();
        return shown.withChildren(children);
    }

    private static Tree cut(Tree property) {
        return property.withChildren(property.children().stream()
                .map(child -> child.localName().equals("Value") && child.text().length() > LONGEST
                        ? child.withText(child.text().substring(0, LONGEST))
                        : child)
                .toList());
    }
}
