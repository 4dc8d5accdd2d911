package io.github.crosstie.store.jdbc.internal.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.crosstie.connector.Removal;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.AwaitedEcho;
import io.github.crosstie.state.Observation;
import io.github.crosstie.state.QuarantineEntry;
import io.github.crosstie.state.QuarantineReason;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.state.Waiting;
import java.time.Instant;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is known of single records: observations, awaited echoes, quarantine. */
final class RecordCodec {

    private RecordCodec() {}

    static ObjectNode write(RecordKey key) {
        return Json.object().put("side", key.side().name()).put("id", key.id().value());
    }

    static RecordKey readKey(JsonNode json) {
        return new RecordKey(Json.constant(Side.class, json, "side"), new ItemId(Json.text(json, "id")));
    }

    static ObjectNode write(Observation observation) {
        ObjectNode json = write(observation.key());
        Json.put(json, "version", observation.version());
        Json.put(json, "removal", observation.removal());
        @Nullable Waiting waiting = observation.waiting();
        if (waiting != null) {
            ObjectNode waits = json.putObject("waiting");
            waits.set("keys", Json.array(waiting.keys(), TextNode::valueOf));
            Json.put(waits, "until", waiting.until());
        }
        Json.put(json, "since", observation.since());
        return json;
    }

    static Observation readObservation(JsonNode json) {
        return new Observation(
                readKey(json),
                version(json, "version"),
                Json.optional(json, "removal", removal -> Removal.valueOf(Json.text(removal))),
                Json.optional(json, "waiting", RecordCodec::waiting),
                moment(json, "since"));
    }

    private static Waiting waiting(JsonNode json) {
        return new Waiting(new TreeSet<>(Json.list(json, "keys", Json::text)), moment(json, "until"));
    }

    private static @Nullable ItemVersion version(JsonNode json, String name) {
        return Json.optional(json, name, version -> new ItemVersion(Json.text(version)));
    }

    private static @Nullable Instant moment(JsonNode json, String name) {
        return Json.optional(json, name, moment -> Instant.parse(Json.text(moment)));
    }

    static ObjectNode write(AwaitedEcho echo) {
        return write(echo.key()).put("until", echo.until().toString()).put("missed", echo.isMissed());
    }

    static AwaitedEcho readEcho(JsonNode json) {
        return new AwaitedEcho(
                readKey(json),
                Json.moment(json, "until"),
                Json.require(json, "missed").booleanValue());
    }

    static ObjectNode write(QuarantineEntry entry) {
        ObjectNode json = write(entry.key());
        Json.put(json, "version", entry.version());
        @Nullable RecordKey counterpart = entry.counterpart();
        if (counterpart != null) {
            json.set("counterpart", write(counterpart));
        }
        Json.put(json, "counterpartVersion", entry.counterpartVersion());
        return json.put("reason", entry.reason().name())
                .put("code", entry.code())
                .put("message", entry.message())
                .put("attempts", entry.attempts())
                .put("nextTry", entry.nextTry().toString());
    }

    static QuarantineEntry readQuarantine(JsonNode json) {
        return new QuarantineEntry(
                readKey(json),
                version(json, "version"),
                Json.optional(json, "counterpart", RecordCodec::readKey),
                version(json, "counterpartVersion"),
                Json.constant(QuarantineReason.class, json, "reason"),
                Json.text(json, "code"),
                Json.text(json, "message"),
                Json.number(json, "attempts"),
                Json.moment(json, "nextTry"));
    }
}
