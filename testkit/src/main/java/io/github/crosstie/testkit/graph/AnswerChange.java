package io.github.crosstie.testkit.graph;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Pattern;

/** What makes an answer stranger than it is. */
interface AnswerChange {

    /** What the path of a delta ends with. */
    Pattern DELTA = Pattern.compile("/(?:microsoft\\.graph\\.)?delta(?:\\(\\))?(?:\\?|$)", Pattern.CASE_INSENSITIVE);

    /**
     * Changes an answer.
     *
     * @param answer the body, which is changed
     * @param address where the request went, with its query
     */
    void applyTo(ObjectNode answer, String address);

    /** A page without items, whose link leads to the page that was asked for. */
    static void empty(ObjectNode answer, String address) {
        answer.putArray("value");
        answer.remove("@odata.deltaLink");
        answer.put("@odata.nextLink", address);
    }

    /** A round that does not see yet what has happened since the one before; first rounds see all. */
    static void late(ObjectNode answer, String address) {
        if (address.contains("$deltatoken=") || address.contains("%24deltatoken=")) {
            answer.putArray("value");
            answer.remove("@odata.nextLink");
            answer.put("@odata.deltaLink", address);
        }
    }

    /** A page that tells all its items twice. */
    static void repeat(ObjectNode answer, String address) {
        if (answer.get("value") instanceof ArrayNode items) {
            items.addAll(items.deepCopy());
        }
    }

    /** A page that tells of a removal of something that nobody has heard of. */
    static void removeUnknown(ObjectNode answer, String address) {
        if (answer.get("value") instanceof ArrayNode items) {
            ObjectNode removed = items.insertObject(0);
            removed.put("id", "AAMkAGRlLW5vYm9keS1oYXMtaGVhcmQtb2YtaXQ=");
            removed.putObject("@removed").put("reason", "deleted");
        }
    }

    /** Links that lead to another host, whose address ends with a slash. */
    static AnswerChange strayLinks(String elsewhere) {
        return (answer, address) -> {
            for (String link : List.of("@odata.nextLink", "@odata.deltaLink")) {
                if (answer.has(link)) {
                    answer.put(link, answer.get(link).asText().replaceFirst("^https?://[^/]+/", elsewhere));
                }
            }
        };
    }

    /** A list that finds nothing, as a search does whose index is late; a delta would step over its changes. */
    static void findNothing(ObjectNode answer, String address) {
        if (!DELTA.matcher(address).find()) {
            answer.putArray("value");
            answer.remove("@odata.nextLink");
        }
    }

    /** Properties that no client knows. */
    static void addUnknown(ObjectNode answer, String address) {
        answer.put("ofTheFuture@odata.type", "#microsoft.graph.later");
        answer.putObject("ofTheFuture").put("inner", 1);
        if (answer.get("value") instanceof ArrayNode items) {
            items.forEach(item -> addUnknown((ObjectNode) item, address));
        }
    }

    /** A list without one of its entries. */
    static AnswerChange without(int index) {
        return (answer, address) -> {
            if (answer.get("value") instanceof ArrayNode items) {
                items.remove(index);
            }
        };
    }
}
