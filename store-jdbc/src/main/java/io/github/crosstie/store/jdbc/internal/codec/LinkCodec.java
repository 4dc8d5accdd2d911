package io.github.crosstie.store.jdbc.internal.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.Attempt;
import io.github.crosstie.state.Half;
import io.github.crosstie.state.Hint;
import io.github.crosstie.state.LateWrite;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.LinkId;
import io.github.crosstie.state.Tombstone;
import io.github.crosstie.state.Uncertainty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Links, and what is left of them. */
final class LinkCodec {

    private LinkCodec() {}

    static ObjectNode write(Link link, Digests digests) {
        ObjectNode json = Json.object().put("id", link.id().value());
        @Nullable Half crm = link.crm();
        put(json, "crm", crm, null, digests);
        put(json, "mail", link.mail(), crm, digests);
        json.put("generation", link.generation());
        if (!link.attempts().isEmpty()) {
            json.set("attempts", Json.array(link.attempts(), each -> write(each, digests)));
        }
        Uncertainty uncertainty = link.uncertainty();
        if (!uncertainty.equals(Uncertainty.NONE)) {
            ObjectNode open = json.putObject("uncertainty");
            Json.put(open, "ambiguousUntil", uncertainty.ambiguousUntil());
            open.set("earlierAttempts", Json.array(uncertainty.earlierAttempts(), each -> write(each, digests)));
            open.set("lateWrites", Json.array(uncertainty.lateWrites(), each -> write(each, digests)));
        }
        return json;
    }

    static Link readLink(JsonNode json, Digests digests) {
        @Nullable Half crm = Json.optional(json, "crm", each -> half(each, null, digests));
        @Nullable Uncertainty uncertainty = Json.optional(json, "uncertainty", each -> uncertainty(each, digests));
        return new Link(
                new LinkId(Json.text(json, "id")),
                crm,
                Json.optional(json, "mail", each -> half(each, crm, digests)),
                Json.number(json, "generation"),
                Json.list(json, "attempts", each -> attempt(each, digests)),
                uncertainty == null ? Uncertainty.NONE : uncertainty);
    }

    private static Uncertainty uncertainty(JsonNode json, Digests digests) {
        return new Uncertainty(
                Json.optional(json, "ambiguousUntil", at -> Instant.parse(Json.text(at))),
                Json.list(json, "earlierAttempts", each -> attempt(each, digests)),
                Json.list(json, "lateWrites", each -> lateWrite(each, digests)));
    }

    private static void put(ObjectNode into, String name, @Nullable Half half, @Nullable Half other, Digests digests) {
        if (half != null) {
            ObjectNode json = into.putObject(name).put("id", half.id().value());
            Json.put(json, "version", half.version());
            json.set("base", ItemCodec.write(half.base(), base(other), digests));
        }
    }

    private static @Nullable Item base(@Nullable Half half) {
        return half == null ? null : half.base();
    }

    private static Half half(JsonNode json, @Nullable Half other, Digests digests) {
        return new Half(
                new ItemId(Json.text(json, "id")),
                Json.optional(json, "version", version -> new ItemVersion(Json.text(version))),
                ItemCodec.read(Json.require(json, "base"), base(other), digests));
    }

    private static ObjectNode write(Attempt attempt, Digests digests) {
        ObjectNode json = Json.object()
                .put("tag", attempt.tag().value())
                .put("side", attempt.side().name());
        json.set("source", ItemCodec.write(attempt.source(), digests));
        json.set("content", ItemCodec.write(attempt.content(), digests));
        return json;
    }

    private static Attempt attempt(JsonNode json, Digests digests) {
        return new Attempt(
                new CorrelationTag(Json.text(json, "tag")),
                Json.constant(Side.class, json, "side"),
                ItemCodec.read(Json.require(json, "source"), digests),
                ItemCodec.read(Json.require(json, "content"), digests));
    }

    private static ObjectNode write(LateWrite late, Digests digests) {
        ObjectNode json = Json.object().put("until", late.until().toString());
        json.set("intent", IntentCodec.write(late.intent(), digests));
        return json;
    }

    private static LateWrite lateWrite(JsonNode json, Digests digests) {
        return new LateWrite(IntentCodec.read(Json.require(json, "intent"), digests), Json.moment(json, "until"));
    }

    static ObjectNode write(Tombstone tombstone, Digests digests) {
        ObjectNode json = Json.object()
                .put("link", tombstone.link().value())
                .put("until", tombstone.until().toString());
        json.set("attempts", Json.array(tombstone.attempts(), each -> write(each, digests)));
        return json;
    }

    static Tombstone readTombstone(JsonNode json, Digests digests) {
        return new Tombstone(
                new LinkId(Json.text(json, "link")),
                Json.list(json, "attempts", each -> attempt(each, digests)),
                Json.moment(json, "until"));
    }

    static ObjectNode write(Hint hint, Digests digests) {
        ObjectNode json = Json.object().put("link", hint.link().value());
        Json.put(json, "crm", hint.crm());
        Json.put(json, "mail", hint.mail());
        json.put("reason", hint.reason().name());
        @Nullable Item held = hint.held();
        if (held != null) {
            json.set("held", ItemCodec.write(held, digests));
        }
        return json;
    }

    static Hint readHint(JsonNode json, Digests digests) {
        return new Hint(
                new LinkId(Json.text(json, "link")),
                Json.optional(json, "crm", id -> new ItemId(Json.text(id))),
                Json.optional(json, "mail", id -> new ItemId(Json.text(id))),
                Json.constant(Hint.Reason.class, json, "reason"),
                Json.optional(json, "held", each -> ItemCodec.read(each, digests)));
    }
}
