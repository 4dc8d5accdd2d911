package io.github.crosstie.testkit.graph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a request prefers. It holds for that request alone: no link carries it on.
 *
 * @param values the preferences by name, whose case does not matter
 */
record Prefer(Map<String, String> values) {

    private static final Pattern PREFERENCE =
            Pattern.compile("\\s*([\\w.-]+)\\s*(?:=\\s*(?:\"([^\"]*)\"|([^,;]*)))?[,;]?");

    private static final int MOST_PER_PAGE = 1000;

    static Prefer read(@Nullable List<String> headers) {
        Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String header : headers == null ? List.<String>of() : headers) {
            for (Matcher each = PREFERENCE.matcher(header); each.find(); ) {
                String quoted = each.group(2);
                String plain = each.group(3);
                values.put(each.group(1), quoted != null ? quoted : plain == null ? "" : plain.strip());
            }
        }
        return new Prefer(values);
    }

    /** Whether ids are to outlive moves within the mailbox. */
    boolean immutableIds() {
        return "ImmutableId".equalsIgnoreCase(values.get("IdType"));
    }

    /** The zone that times are to be told in; UTC if the request does not say. */
    String zone() {
        return values.getOrDefault("outlook.timezone", "UTC");
    }

    /** Whether bodies are to be told as plain text. */
    boolean textBodies() {
        return "text".equalsIgnoreCase(values.get("outlook.body-content-type"));
    }

    /** How many items a page is to have; the default if the request does not say. */
    int pageSize(int byDefault) throws GraphRefusal {
        String size = values.get("odata.maxpagesize");
        if (size == null) {
            return byDefault;
        }
        try {
            return Math.max(1, Math.min(MOST_PER_PAGE, Integer.parseInt(size)));
        } catch (NumberFormatException noNumber) {
            throw GraphRefusal.badQuery("The preference odata.maxpagesize is no number.");
        }
    }

    /** What the answer says about the preferences that were heeded. */
    Map<String, String> applied() {
        StringBuilder applied = new StringBuilder();
        Map<String, String> all = new LinkedHashMap<>(values);
        all.keySet().retainAll(List.of("IdType", "outlook.timezone", "outlook.body-content-type", "odata.maxpagesize"));
        all.forEach((name, value) -> applied.append(applied.isEmpty() ? "" : ", ")
                .append(name)
                .append("=")
                .append(name.startsWith("odata") ? value : '"' + value + '"'));
        return applied.isEmpty() ? Map.of() : Map.of("Preference-Applied", applied.toString());
    }
}
