package io.github.crosstie.testkit.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.testkit.internal.mailbox.Ids;
import io.github.crosstie.testkit.internal.mailbox.ItemLookup.Found;
import io.github.crosstie.testkit.internal.mailbox.Occurrence;
import io.github.crosstie.testkit.internal.mailbox.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** translateExchangeIds: the same items in other formats of ids; an id that stands for nothing has an error instead. */
final class TranslateResource implements Resource {

    private static final int MOST = 1000;

    private static final List<String> TYPES =
            List.of("entryId", "ewsId", "immutableEntryId", "restId", "restImmutableEntryId");

    @Override
    public GraphReply answer(GraphRequest request) throws GraphRefusal {
        if (!request.is("POST")) {
            throw GraphRefusal.notAllowed();
        }
        JsonNode ids = parameter(request.object(), "inputIds");
        String source = type(request.object(), "sourceIdType");
        String target = type(request.object(), "targetIdType");
        if (!ids.isArray() || ids.isEmpty() || ids.size() > MOST) {
            throw new GraphRefusal(
                    400, "ErrorInvalidArgument", "InputIds: between one and " + MOST + " ids can be translated.");
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put(
                "@odata.context",
                request.context("").replaceFirst("#.*", "#Collection(microsoft.graph.convertIdResult)"));
        ArrayNode results = answer.putArray("value");
        for (JsonNode id : ids) {
            ObjectNode result = results.addObject().put("sourceId", id.asText());
            try {
                result.put("targetId", translate(request, id.asText(), source, target));
            } catch (Refusal refusal) {
                result.putNull("targetId");
                result.putObject("errorDetails").put("code", refusal.code()).put("message", refusal.text());
            }
        }
        return GraphReply.ok(answer);
    }

    private static String translate(GraphRequest request, String id, String source, String target) throws Refusal {
        Found found = ItemIds.find(request.mailbox(), plain(id, source));
        Occurrence occurrence = found.occurrence();
        String exchange = occurrence == null ? found.item().id : occurrence.id();
        String immutable = request.mailbox().immutableId(found.item().key);
        if (occurrence != null) {
            immutable = Ids.immutableOccurrence(immutable, occurrence.date());
        }
        return switch (target) {
            case "ewsId" -> exchange;
            case "restId" -> ItemIds.rest(exchange);
            case "entryId" -> binary(exchange);
            case "immutableEntryId" -> binary(immutable);
            default -> immutable;
        };
    }

    /** An id of any type as paths have it. */
    private static String plain(String id, String type) throws Refusal {
        return switch (type) {
            case "ewsId" -> ItemIds.rest(id);
            case "entryId", "immutableEntryId" -> ItemIds.rest(text(id));
            default -> id;
        };
    }

    /** Binary ids are in Base64 for addresses; the number of its missing signs stands at the end. */
    private static String binary(String id) {
        String base64 = Base64.getUrlEncoder().encodeToString(id.getBytes(StandardCharsets.UTF_8));
        String bare = base64.replace("=", "");
        return bare + (base64.length() - bare.length());
    }

    private static String text(String binary) throws Refusal {
        try {
            String bare = binary.substring(0, Math.max(0, binary.length() - 1));
            return new String(Base64.getUrlDecoder().decode(bare), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new Refusal("ErrorInvalidIdMalformed", "Id is malformed.");
        }
    }

    private static String type(JsonNode body, String name) throws GraphRefusal {
        String given = parameter(body, name).asText();
        for (String type : TYPES) {
            if (type.equalsIgnoreCase(given)) {
                return type;
            }
        }
        throw GraphRefusal.unreadable("The parameter " + name + " has no value that is one of " + TYPES + ".");
    }

    /** A parameter of an action, whose name's case does not matter. */
    private static JsonNode parameter(JsonNode body, String name) throws GraphRefusal {
        for (Map.Entry<String, JsonNode> field : body.properties()) {
            if (field.getKey().equalsIgnoreCase(name)) {
                return field.getValue();
            }
        }
        throw GraphRefusal.unreadable("The parameter " + name + " is missing.");
    }
}
