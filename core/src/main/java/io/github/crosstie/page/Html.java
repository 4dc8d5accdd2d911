package io.github.crosstie.page;

import io.github.crosstie.report.Plain;

/** Writes HTML in which every text and every value of an attribute is escaped, and every element that is opened is closed. */
final class Html {

    private final StringBuilder out = new StringBuilder("<!DOCTYPE html>\n");

    /**
     * An element with content.
     *
     * @param content writes what is in it
     * @param attributes names and values, by turns
     */
    Html inside(String tag, Runnable content, String... attributes) {
        start(tag, attributes);
        content.run();
        out.append("</").append(tag).append('>');
        return newLine(tag);
    }

    /** An element that holds a text. */
    Html element(String tag, Object text, String... attributes) {
        return inside(tag, () -> text(text), attributes);
    }

    /** An element that never has content, nor an end. */
    Html empty(String tag, String... attributes) {
        start(tag, attributes);
        return newLine(tag);
    }

    Html text(Object text) {
        escape(Plain.text(text));
        return this;
    }

    /** The content of a style element, which is ours and knows no escapes. */
    void style(String css) {
        inside("style", () -> out.append(css));
    }

    private void start(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int at = 0; at < attributes.length; at += 2) {
            out.append(' ').append(attributes[at]).append("=\"");
            escape(Plain.text(attributes[at + 1]));
            out.append('"');
        }
        out.append('>');
    }

    private void escape(String text) {
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            switch (sign) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(sign);
            }
        }
    }

    /** Where a line break is not seen, one is put, so that people can read and compare the source. */
    private Html newLine(String tag) {
        switch (tag) {
            case "tr",
                    "section",
                    "article",
                    "header",
                    "table",
                    "thead",
                    "tbody",
                    "li",
                    "p",
                    "h1",
                    "h2",
                    "h3",
                    "div",
                    "dl",
                    "meta",
                    "style",
                    "nav",
                    "svg",
                    "ul",
                    "caption",
                    "head",
                    "body",
                    "main",
                    "footer",
                    "html",
                    "title" -> out.append('\n');
            default -> {}
        }
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
