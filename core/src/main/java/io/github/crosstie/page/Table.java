package io.github.crosstie.page;

import java.util.List;
import java.util.Locale;

/** A table that scrolls by itself where it is too wide, by keyboard too, and that is read out with its heads. */
final class Table {

    private final Html html;

    Table(Html html) {
        this.html = html;
    }

    /**
     * Writes it.
     *
     * @param caption what it shows
     * @param head the heads of the columns; those that begin with {@code #} are of numbers
     * @param body writes the rows
     */
    void write(String caption, List<String> head, Runnable body) {
        writeGroups(caption, head, () -> html.inside("tbody", body));
    }

    /** As {@link #write}, of rows in groups that a head of their own holds together: see {@link #group}. */
    void writeGroups(String caption, List<String> head, Runnable groups) {
        html.inside(
                "div",
                () -> html.inside("table", () -> {
                    html.element("caption", caption)
                            .inside("thead", () -> html.inside("tr", () -> head.forEach(this::head)));
                    groups.run();
                }),
                "class",
                "scroll",
                "role",
                "region",
                "tabindex",
                "0",
                "aria-label",
                caption);
    }

    private void head(String text) {
        if (text.startsWith("#")) {
            html.element("th", text.substring(1), "scope", "col", "class", "number");
        } else {
            html.element("th", text, "scope", "col");
        }
    }

    Table rowHead(String text) {
        return rowHead(() -> html.element("code", text));
    }

    Table rowHead(Runnable content) {
        html.inside("th", content, "scope", "row");
        return this;
    }

    /** Rows that belong together, and stay together on paper. */
    void group(Runnable rows) {
        html.inside("tbody", rows);
    }

    /** The head of all rows of a group, in the first of them. */
    Table groupHead(int rows, Runnable content) {
        html.inside("th", content, "scope", "rowgroup", "rowspan", Integer.toString(rows));
        return this;
    }

    /** A cell for all rows of a group, in the first of them. */
    Table groupCell(int rows, Object text) {
        html.element("td", text, "rowspan", Integer.toString(rows));
        return this;
    }

    Table cell(Runnable content) {
        html.inside("td", content);
        return this;
    }

    Table cell(Object text) {
        html.element("td", text);
        return this;
    }

    /** Some words, which get a little room. */
    Table reasons(String text) {
        html.element("td", text, "class", "reasons");
        return this;
    }

    Table number(long number) {
        html.element("td", Words.grouped(number), "class", number == 0 ? "number zero" : "number");
        return this;
    }

    /** By how much a number grew or shrank: with a sign, as colour alone would not say it. */
    Table change(long by) {
        String sign = by > 0 ? "+" : by < 0 ? "\u2212" : "";
        html.element("td", sign + Words.grouped(Math.abs(by)), "class", by == 0 ? "number zero" : "number");
        return this;
    }

    /** A share of a whole, for a drawing. */
    static String decimal(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
