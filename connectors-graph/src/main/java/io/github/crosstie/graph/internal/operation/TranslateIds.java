package io.github.crosstie.graph.internal.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.graph.internal.wire.GraphCall;
import io.github.crosstie.graph.internal.wire.GraphChannel;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks what ids of one kind are as ids of another kind, in the same mailbox. Thread-safe. */
public final class TranslateIds {

    /** How many ids one request takes. */
    public static final int MOST = 1_000;

    private final GraphChannel channel;

    /** A kind of id, as Graph names it. */
    public enum Kind {
        /** As Exchange Web Services know items. */
        EWS("ewsId"),
        /** As Graph knows items until they move. */
        REST("restId"),
        /** As Graph knows items for good. */
        IMMUTABLE("restImmutableEntryId");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    /**
     * Over a mailbox.
     *
     * @param channel the mailbox
     */
    public TranslateIds(GraphChannel channel) {
        this.channel = channel;
    }

    /**
     * Translates ids. Whether there is an item of that id is another question.
     *
     * @param ids any number of ids of one kind
     * @param from which kind
     * @param to which kind is wanted
     * @return the ids that the server could translate, in the order in which they were given
     */
    public Map<String, String> translate(Collection<String> ids, Kind from, Kind to) {
        List<String> all = ids.stream().distinct().toList();
        Map<String, String> translated = new LinkedHashMap<>();
        for (int at = 0; at < all.size(); at += MOST) {
            List<String> some = all.subList(at, Math.min(all.size(), at + MOST));
            Map<String, String> answered = ask(some, from, to);
            some.stream().filter(answered::containsKey).forEach(id -> translated.put(id, answered.get(id)));
        }
        return translated;
    }

    /** The server leaves out what it cannot translate, or gives it with an error in place of an id. */
    private Map<String, String> ask(List<String> ids, Kind from, Kind to) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode inputs = body.putArray("inputIds");
        ids.forEach(inputs::add);
        body.put("sourceIdType", from.word);
        body.put("targetIdType", to.word);
        Map<String, String> answered = new LinkedHashMap<>();
        for (JsonNode line : channel.call(GraphCall.post("translate ids", body, "translateExchangeIds"))
                .required()
                .path("value")) {
            String target = line.path("targetId").asText("");
            if (!target.isEmpty()) {
                answered.put(line.path("sourceId").asText(""), target);
            }
        }
        return answered;
    }
}
