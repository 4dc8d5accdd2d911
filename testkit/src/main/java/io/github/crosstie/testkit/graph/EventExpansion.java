package io.github.crosstie.testkit.graph;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.testkit.internal.mailbox.ItemLookup.Found;
import io.github.crosstie.testkit.internal.mailbox.Properties;
import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.Series;
import io.github.crosstie.testkit.internal.mailbox.ShownItem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a request wants to see of events: the properties that it selects, the extended ones that it expands, and the
 * exceptions of series, of which it sees the same.
 */
final class EventExpansion {

    private static final String EXCEPTIONS = "exceptionOccurrences";

    private final GraphRequest request;
    private final ExtendedValues extended;
    private final boolean exceptions;

    private EventExpansion(GraphRequest request, ExtendedValues extended, boolean exceptions) {
        this.request = request;
        this.extended = extended;
        this.exceptions = exceptions;
    }

    static EventExpansion of(GraphRequest request) throws GraphRefusal, Refusal {
        boolean exceptions = false;
        String rest = "";
        for (String part : parts(request.option("$expand"))) {
            if (part.toLowerCase(Locale.ROOT).startsWith(EXCEPTIONS.toLowerCase(Locale.ROOT))) {
                exceptions = true;
            } else {
                rest = part;
            }
        }
        return new EventExpansion(request, ExtendedValues.expandedBy(rest), exceptions);
    }

    /** The parts between the commas that are in no brackets and in no quotes. */
    private static List<String> parts(String expand) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < expand.length(); i++) {
            char at = expand.charAt(i);
            quoted = (at == '\'') != quoted;
            depth += quoted ? 0 : at == '(' ? 1 : at == ')' ? -1 : 0;
            if (at == ',' && depth == 0 && !quoted) {
                parts.add(expand.substring(start, i).strip());
                start = i + 1;
            }
        }
        parts.add(expand.substring(start).strip());
        parts.removeIf(String::isEmpty);
        return parts;
    }

    /** An event as the answer to a request for it alone, which tells the original start only if that is selected. */
    ObjectNode one(Found found) throws GraphRefusal, Refusal {
        ObjectNode shown = chosen(found);
        if (all()) {
            shown.remove("originalStart");
        }
        if (exceptions && found.occurrence() == null) {
            ArrayNode all = shown.putArray(EXCEPTIONS);
            if (found.item().isSeries()) {
                Series series = Series.of(found.item());
                for (LocalDate date : found.item().exceptions.keySet()) {
                    all.add(chosen(found.at(series.byDate(date))));
                }
            }
        }
        return shown;
    }

    private boolean all() {
        return request.option("$select").isEmpty();
    }

    private ObjectNode chosen(Found found) throws GraphRefusal, Refusal {
        EventAnswer answer = new EventAnswer(request);
        ObjectNode shown = all() ? answer.listed(found) : answer.whole(found);
        shown.putNull(EXCEPTIONS);
        Selection.of(request).of(shown, "event").remove(EXCEPTIONS);
        Properties properties = ShownItem.of(found).properties();
        extended.addTo(shown, property -> property.valueIn(found.item(), properties));
        return shown;
    }
}
