package io.github.crosstie.store.jdbc.internal.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.HeldDeletion;
import io.github.crosstie.state.Hold;
import io.github.crosstie.state.LinkId;
import io.github.crosstie.state.Release;
import io.github.crosstie.state.ReleaseToken;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The deletions that wait for a person. */
final class HoldCodec {

    private HoldCodec() {}

    static ObjectNode write(Hold hold) {
        ObjectNode json = Json.object();
        json.set("entries", Json.array(hold.entries().values(), HoldCodec::write));
        json.set("offers", Json.array(hold.offers(), HoldCodec::write));
        @Nullable Release release = hold.release();
        if (release != null) {
            json.putObject("release")
                    .put("token", release.token().value())
                    .put("offer", release.offer())
                    .put("size", release.size())
                    .put("at", release.at().toString());
        }
        json.set("spent", Json.array(hold.spent(), token -> TextNode.valueOf(token.value())));
        return json;
    }

    static Hold read(JsonNode json) {
        SortedMap<LinkId, Hold.Entry> entries = new TreeMap<>();
        Json.list(json, "entries", HoldCodec::entry)
                .forEach(entry -> entries.put(entry.deletion().link(), entry));
        return new Hold(
                entries,
                Json.list(json, "offers", HoldCodec::offer),
                Json.optional(json, "release", HoldCodec::release),
                Json.list(json, "spent", token -> new ReleaseToken(Json.text(token))));
    }

    private static ObjectNode write(Hold.Entry entry) {
        HeldDeletion deletion = entry.deletion();
        return Json.object()
                .put("link", deletion.link().value())
                .put("crm", deletion.crm().value())
                .put("mail", deletion.mail().value())
                .put("side", deletion.side().name())
                .put("version", deletion.version().value())
                .put("reason", deletion.reason())
                .put("since", deletion.since().toString())
                .put("offer", entry.offer());
    }

    private static Hold.Entry entry(JsonNode json) {
        HeldDeletion deletion = new HeldDeletion(
                new LinkId(Json.text(json, "link")),
                new ItemId(Json.text(json, "crm")),
                new ItemId(Json.text(json, "mail")),
                Json.constant(Side.class, json, "side"),
                new ItemVersion(Json.text(json, "version")),
                Json.text(json, "reason"),
                Json.moment(json, "since"));
        return new Hold.Entry(deletion, Json.number(json, "offer"));
    }

    private static ObjectNode write(Hold.Offer offer) {
        return Json.object()
                .put("number", offer.number())
                .put("token", offer.token().value())
                .put("size", offer.size());
    }

    private static Hold.Offer offer(JsonNode json) {
        return new Hold.Offer(
                Json.number(json, "number"), new ReleaseToken(Json.text(json, "token")), Json.number(json, "size"));
    }

    private static Release release(JsonNode json) {
        return new Release(
                new ReleaseToken(Json.text(json, "token")),
                Json.number(json, "offer"),
                Json.number(json, "size"),
                Json.moment(json, "at"));
    }
}
