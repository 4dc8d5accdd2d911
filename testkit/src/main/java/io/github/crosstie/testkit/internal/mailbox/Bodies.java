package io.github.crosstie.testkit.internal.mailbox;

/** Bodies of items, as text and as HTML. */
public final class Bodies {

    private Bodies() {}

    /** Adds what the body says without markup. */
    public static void addText(Properties properties) {
        Tree body = properties.element("Body");
        if (body != null) {
            properties.put(as(body, "Text").named("t:TextBody"));
        }
    }

    /** The body in the type that a shape asks for; {@code Best} and nothing leave it as it is. */
    public static Tree as(Tree body, String type) {
        boolean html = body.attribute("BodyType").equals("HTML");
        if (type.equals("Text") && html) {
            return Tree.of("t:Body", text(body.text())).with("BodyType", "Text");
        }
        if (type.equals("HTML") && !html) {
            return Tree.of("t:Body", html(body.text())).with("BodyType", "HTML");
        }
        return body;
    }

    private static String text(String html) {
        return html.replaceAll("(?is)<(style|script|head)\\b.*?</\\1>", "")
                .replaceAll("[ \\t]*\\R[ \\t]*", " ")
                .replaceAll("(?i)<br\\s*/?>|</p>|</div>", "\n")
                .replaceAll("<[^>]*>", "")
                .replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&")
                .strip();
    }

    private static String html(String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return "<html><head></head><body>" + escaped.replace("\n", "<br>") + "</body></html>";
    }
}
