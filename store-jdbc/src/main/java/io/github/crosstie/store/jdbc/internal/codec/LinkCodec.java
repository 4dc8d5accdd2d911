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
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Links, and what is left of them. */
final class LinkCodec {

    /** Under what the versions of both halves stand if they are encrypted: together, as that takes less room. */
    static final String VERSIONS = "versions";

    private static final String VERSION = "version";

    private LinkCodec() {}

    static ObjectNode write(Link link, Digests digests) {
        ObjectNode json = Json.object().put("id", link.id().value());
        @Nullable Half crm = link.crm();
        Optional<String> sealed = versions(link).flatMap(digests::sealed);
        sealed.ifPresent(versions -> json.put(VERSIONS, versions));
        put(json, "crm", crm, null, sealed.isEmpty(), digests);
        put(json, "mail", link.mail(), crm, sealed.isEmpty(), digests);
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

    /** What both halves' versions say; empty if none has one. */
    private static Optional<String> versions(Link link) {
        ObjectNode versions = Json.object();
        putVersion(versions, "crm", link.crm());
        putVersion(versions, "mail", link.mail());
        return versions.isEmpty() ? Optional.empty() : Optional.of(Json.print(versions));
    }

    private static void putVersion(ObjectNode into, String name, @Nullable Half half) {
        if (half != null) {
            Json.put(into, name, half.version());
        }
    }

    static Link readLink(JsonNode json, Digests digests) {
        @Nullable JsonNode sealed = Json.optional(json, VERSIONS, each -> Json.parse(digests.opened(Json.text(each))));
        @Nullable
        Half crm = Json.optional(json, "crm", each -> half(each, null, version(sealed, "crm", each), digests));
        @Nullable Uncertainty uncertainty = Json.optional(json, "uncertainty", each -> uncertainty(each, digests));
        return new Link(
                new LinkId(Json.text(json, "id")),
                crm,
                Json.optional(json, "mail", each -> half(each, crm, version(sealed, "mail", each), digests)),
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

    private static @Nullable ItemVersion version(@Nullable JsonNode sealed, String name, JsonNode half) {
        Function<JsonNode, ItemVersion> read = version -> new ItemVersion(Json.text(version));
        return sealed == null ? Json.optional(half, VERSION, read) : Json.optional(sealed, name, read);
    }

    private static void put(
            ObjectNode into,
            String name,
            @Nullable Half half,
            @Nullable Half other,
            boolean tellsVersion,
            Digests digests) {
        if (half != null) {
            ObjectNode json = into.putObject(name).put("id", half.id().value());
            if (tellsVersion) {
                putVersion(json, VERSION, half);
            }
            json.set("base", ItemCodec.write(half.base(), base(other), digests));
        }
    }

    private static @Nullable Item base(@Nullable Half half) {
        return half == null ? null : half.base();
    }

    private static Half half(JsonNode json, @Nullable Half other, @Nullable ItemVersion version, Digests digests) {
        return new Half(
                new ItemId(Json.text(json, "id")),
                version,
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
