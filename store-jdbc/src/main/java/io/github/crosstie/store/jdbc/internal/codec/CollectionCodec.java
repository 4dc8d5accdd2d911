package io.github.crosstie.store.jdbc.internal.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.crosstie.configuration.EventWindow;
import io.github.crosstie.configuration.FieldMapping;
import io.github.crosstie.configuration.Filter;
import io.github.crosstie.configuration.PrivateEventPolicy;
import io.github.crosstie.configuration.ScopeSettings;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.connector.ScopeIdentity;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.DeletionLine;
import io.github.crosstie.state.FormerId;
import io.github.crosstie.state.LastRound;
import io.github.crosstie.state.LinkId;
import io.github.crosstie.state.MoveOrigin;
import io.github.crosstie.state.Pause;
import io.github.crosstie.state.PauseReason;
import io.github.crosstie.state.StopReason;
import java.time.Instant;
import java.util.TreeSet;

/** What is known of a collection as a whole. */
final class CollectionCodec {

    private CollectionCodec() {}

    static ObjectNode write(Pause pause) {
        return Json.object()
                .put("reason", pause.reason().name())
                .put("until", pause.until().toString())
                .put("failures", pause.failures())
                .put("message", pause.message());
    }

    static Pause readPause(JsonNode json) {
        return new Pause(
                Json.constant(PauseReason.class, json, "reason"),
                Json.moment(json, "until"),
                Json.number(json, "failures"),
                Json.text(json, "message"));
    }

    static ObjectNode write(MoveOrigin origin) {
        return Json.object()
                .put("scope", origin.scope().value())
                .put("at", origin.at().toString());
    }

    static MoveOrigin readMove(JsonNode json) {
        return new MoveOrigin(new ScopeIdentity(Json.text(json, "scope")), Json.moment(json, "at"));
    }

    static ObjectNode write(LastRound round) {
        ObjectNode json = Json.object().put("ended", round.ended().toString());
        Json.put(json, "stop", round.stop());
        Json.put(json, "success", round.success());
        return json;
    }

    static LastRound readRound(JsonNode json) {
        return new LastRound(
                Json.moment(json, "ended"),
                Json.optional(json, "stop", stop -> StopReason.valueOf(Json.text(stop))),
                Json.optional(json, "success", success -> Instant.parse(Json.text(success))));
    }

    static ObjectNode write(DeletionLine line) {
        return Json.object()
                .put("link", line.link().value())
                .put("side", line.side().name())
                .put("at", line.at().toString());
    }

    static DeletionLine readDeletion(JsonNode json) {
        return new DeletionLine(
                new LinkId(Json.text(json, "link")), Json.constant(Side.class, json, "side"), Json.moment(json, "at"));
    }

    static ObjectNode write(FormerId former) {
        return Json.object()
                .put("link", former.link().value())
                .put("id", former.id().value());
    }

    static FormerId readFormerId(JsonNode json) {
        return new FormerId(new LinkId(Json.text(json, "link")), new ItemId(Json.text(json, "id")));
    }

    static ObjectNode write(ScopeSettings settings) {
        ObjectNode json = Json.object()
                .put("kind", settings.kind().name())
                .put("direction", settings.direction().name());
        json.set("fields", Json.array(settings.fields(), CollectionCodec::write));
        json.set("filters", Json.array(settings.filters(), CollectionCodec::write));
        json.putObject("window")
                .put("daysBack", settings.window().daysBack())
                .put("daysAhead", settings.window().daysAhead());
        return json.put("privateEvents", settings.privateEvents().name());
    }

    static ScopeSettings readSettings(JsonNode json) {
        JsonNode window = Json.require(json, "window");
        return new ScopeSettings(
                Json.constant(ItemKind.class, json, "kind"),
                Json.constant(SyncDirection.class, json, "direction"),
                Json.list(json, "fields", CollectionCodec::mapping),
                Json.list(json, "filters", CollectionCodec::filter),
                new EventWindow(Json.number(window, "daysBack"), Json.number(window, "daysAhead")),
                Json.constant(PrivateEventPolicy.class, json, "privateEvents"));
    }

    private static ObjectNode write(FieldMapping mapping) {
        ObjectNode json = Json.object().put("direction", mapping.direction().name());
        json.set("crm", ItemCodec.write(mapping.crm()));
        json.set("mail", ItemCodec.write(mapping.mail()));
        return json;
    }

    private static FieldMapping mapping(JsonNode json) {
        return new FieldMapping(
                ItemCodec.readField(Json.require(json, "crm")),
                ItemCodec.readField(Json.require(json, "mail")),
                Json.constant(SyncDirection.class, json, "direction"));
    }

    private static ObjectNode write(Filter filter) {
        ObjectNode json = Json.object()
                .put("side", filter.side().name())
                .put("operator", filter.operator().name());
        json.set("field", ItemCodec.write(filter.field()));
        json.set("values", Json.array(filter.values(), TextNode::valueOf));
        return json;
    }

    private static Filter filter(JsonNode json) {
        return new Filter(
                Json.constant(Side.class, json, "side"),
                ItemCodec.readField(Json.require(json, "field")),
                Json.constant(Filter.Operator.class, json, "operator"),
                new TreeSet<>(Json.list(json, "values", Json::text)));
    }
}
