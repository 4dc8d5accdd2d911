package io.github.crosstie.testkit.exchange;

import io.github.crosstie.testkit.internal.mailbox.Tree;
import java.util.Locale;
import java.util.Map;

/** Writes trees as documents; characters that XML 1.0 forbids are written as Exchange does, as references. */
final class TreeWriter {

    private static final String DECLARATIONS =
            " xmlns:soap=\"" + Xml.SOAP + "\" xmlns:t=\"" + Xml.TYPES + "\" xmlns:m=\"" + Xml.MESSAGES + "\" xmlns:e=\""
                    + Xml.ERRORS + "\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";

    private final StringBuilder out = new StringBuilder(1024);

    private TreeWriter() {}

    static String document(Tree root) {
        TreeWriter writer = new TreeWriter();
        writer.out.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>");
        writer.element(root, DECLARATIONS);
        return writer.out.toString();
    }

    /** What stands inside of an element, without declarations of namespaces. */
    static String inner(Tree element) {
        TreeWriter writer = new TreeWriter();
        element.children().forEach(child -> writer.element(child, ""));
        writer.escape(element.text());
        return writer.out.toString();
    }

    private void element(Tree element, String declarations) {
        String tag = element.name();
        String declared = declarations;
        if (tag.startsWith("{")) {
            declared = " xmlns:o=\"" + tag.substring(1, tag.indexOf('}')) + "\"" + declarations;
            tag = "o:" + element.localName();
        }
        out.append('<').append(tag).append(declared);
        for (Map.Entry<String, String> attribute : element.attributes().entrySet()) {
            out.append(' ').append(attribute.getKey()).append("=\"");
            escape(attribute.getValue());
            out.append('"');
        }
        if (element.children().isEmpty() && element.text().isEmpty()) {
            out.append("/>");
            return;
        }
        out.append('>');
        element.children().forEach(child -> element(child, ""));
        escape(element.text());
        out.append("</").append(tag).append('>');
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                default -> {
                    if (c == '\t' || c == '\n' || (c >= 0x20 && c < 0xFFFE)) {
                        out.append(c);
                    } else {
                        out.append("&#x")
                                .append(Integer.toHexString(c).toUpperCase(Locale.ROOT))
                                .append(';');
                    }
                }
            }
        }
    }
}
