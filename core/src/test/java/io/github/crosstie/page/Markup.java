package io.github.crosstie.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a page as a reader would: which elements it has, what they say, and whether each ends where it should. */
final class Markup {

    private static final Pattern TAG = Pattern.compile("<(/?)([a-z0-9]+)[^>]*>");

    private static final Pattern CELL = Pattern.compile("<t[hd]([^>]*)>(.*?)</t[hd]>", Pattern.DOTALL);
    private static final Pattern SPAN = Pattern.compile("rowspan=\"(\\d+)\"");

    private final String html;

    Markup(String html) {
        this.html = html;
    }

    /** The elements that do not end where they should, by name. */
    List<String> unclosed() {
        List<String> wrong = new ArrayList<>();
        Deque<String> open = new ArrayDeque<>();
        Matcher tags = TAG.matcher(html);
        while (tags.find()) {
            if (tags.group(1).isEmpty()) {
                if (!tags.group(2).equals("meta")) {
                    open.push(tags.group(2));
                }
            } else if (open.isEmpty() || !open.pop().equals(tags.group(2))) {
                wrong.add(tags.group(2));
            }
        }
        wrong.addAll(open);
        return wrong;
    }

    /** Each match of a pattern, or of its first group if it has one. */
    List<String> all(String pattern) {
        return Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(html)
                .results()
                .map(found -> found.groupCount() > 0 ? found.group(1) : found.group())
                .toList();
    }

    /** The part of the page that a section holds. */
    Markup section(String id) {
        int start = html.indexOf("id=\"" + id + "\"");
        return new Markup(start < 0 ? "" : html.substring(start, html.indexOf("</section>", start)));
    }

    /** What a tile says; empty if there is none of this name. */
    String tile(String name) {
        return all("<dt>(?:(?!</dt>).)*" + Pattern.quote(name) + "</dt>\\s*<dd[^>]*>([^<]*)</dd>").stream()
                .findFirst()
                .orElse("");
    }

    /** The texts of the cells of a table's body, row by row; a cell of several rows stands in each of them. */
    List<List<String>> rows(String caption) {
        List<String> tables = all("<caption>" + Pattern.quote(caption) + "</caption>.*?</thead>(.*?)</table>");
        List<List<String>> rows = new ArrayList<>();
        Deque<String> spanning = new ArrayDeque<>();
        int more = 0;
        for (String row : tables.isEmpty() ? List.<String>of() : new Markup(tables.get(0)).all("<tr[^>]*>(.*?)</tr>")) {
            List<String> cells = new ArrayList<>(more > 0 ? spanning : List.of());
            more = Math.max(0, more - 1);
            Matcher cell = CELL.matcher(row);
            while (cell.find()) {
                String text = cell.group(2)
                        .replaceAll("<title>[^<]*</title>|<[^>]*>", "")
                        .strip();
                Matcher span = SPAN.matcher(cell.group(1));
                if (span.find()) {
                    if (cells.isEmpty()) {
                        spanning.clear();
                    }
                    more = Integer.parseInt(span.group(1)) - 1;
                    spanning.add(text);
                }
                cells.add(text);
            }
            rows.add(cells);
        }
        return rows;
    }
}
