package io.github.crosstie.benchmarks.scaling;

import java.util.Locale;

/** An SVG document in the making: elements, each on a line, with numbers to a tenth of a pixel. */
public final class SvgText {

    private final StringBuilder text = new StringBuilder();
    private int depth;

    public SvgText open(String element, String... attributes) {
        begin(element, attributes).append(">\n");
        depth++;
        return this;
    }

    public SvgText close(String element) {
        depth--;
        indent().append("</").append(element).append(">\n");
        return this;
    }

    public SvgText empty(String element, String... attributes) {
        begin(element, attributes).append("/>\n");
        return this;
    }

    public SvgText leaf(String element, String content, String... attributes) {
        begin(element, attributes)
                .append('>')
                .append(escaped(content))
                .append("</")
                .append(element)
                .append(">\n");
        return this;
    }

    private StringBuilder begin(String element, String... attributes) {
        indent().append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escaped(attributes[i + 1]))
                    .append('"');
        }
        return text;
    }

    private StringBuilder indent() {
        return text.append("  ".repeat(depth));
    }

    public static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    static String escaped(String content) {
        return content.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
