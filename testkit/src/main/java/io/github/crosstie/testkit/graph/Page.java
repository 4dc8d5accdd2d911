package io.github.crosstie.testkit.graph;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.testkit.internal.mailbox.Refusal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One page of a list: filtered, sorted, cut and selected as a request asks, with a link to the next one. */
final class Page {

    static final int SIZE = 10;
    private static final int MOST = 1000;

    private static final Set<String> OPTIONS =
            Set.of("$filter", "$orderby", "$top", "$skip", "$select", "$expand", "$count");

    private Page() {}

    /**
     * The page that a request asks for.
     *
     * @param request the request
     * @param entity what the list holds, such as {@code contact}
     * @param all all that the list has
     */
    static GraphReply of(GraphRequest request, String entity, List<? extends Row> all) throws GraphRefusal, Refusal {
        for (String option : request.query().keySet()) {
            if (option.startsWith("$") && !OPTIONS.contains(option.toLowerCase(Locale.ROOT))) {
                throw GraphRefusal.badQuery("The query option '" + option + "' is not supported here.");
            }
        }
        Filter filter = Filter.read(request.option("$filter"));
        ExtendedValues expanded = ExtendedValues.expandedBy(request);
        Selection selection = Selection.of(request);
        List<Row> found = new ArrayList<>();
        for (Row row : all) {
            if (filter.admits(row)) {
                found.add(row);
            }
        }
        List<Row> sorted = SortOrder.read(request.option("$orderby")).of(found);
        int from = Math.min(found.size(), request.number("$skip", 0));
        int size = request.number("$top", request.prefer().pageSize(SIZE));
        int to = Math.min(found.size(), from + Math.max(1, Math.min(MOST, size)));
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        page.put("@odata.context", request.context(entity + "s"));
        if (request.option("$count").equals("true")) {
            page.put("@odata.count", found.size());
        }
        ArrayNode value = page.putArray("value");
        for (Row row : sorted.subList(from, to)) {
            ObjectNode shown = row.json().deepCopy();
            expanded.addTo(shown, row::value);
            value.add(selection.of(shown, entity));
        }
        if (to < found.size()) {
            page.put("@odata.nextLink", next(request, to));
        }
        return GraphReply.ok(page);
    }

    private static String next(GraphRequest request, int skipped) {
        Map<String, String> options = new TreeMap<>(request.query());
        options.put("$skip", Integer.toString(skipped));
        StringBuilder link = new StringBuilder(request.here());
        char joint = '?';
        for (Map.Entry<String, String> option : options.entrySet()) {
            link.append(joint).append(encode(option.getKey())).append('=').append(encode(option.getValue()));
            joint = '&';
        }
        return link.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Something in a list. */
    interface Row extends Filter.Candidate {

        @Override
        ObjectNode json() throws Refusal;
    }
}
