package io.github.crosstie.store.jdbc.internal.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.diff.FieldChange;
import io.github.crosstie.diff.FieldConflict;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.Intent;
import io.github.crosstie.state.JournalEntry;
import io.github.crosstie.state.LinkId;
import java.util.List;

/** Announced writes, and the values that give way to them. */
final class IntentCodec {

    private IntentCodec() {}

    static ObjectNode write(Intent intent, Digests digests) {
        ObjectNode json = Json.object();
        json.put("link", intent.link().value()).put("side", intent.side().name());
        if (intent instanceof Intent.Create create) {
            return json.put("type", "create").put("tag", create.tag().value());
        }
        if (intent instanceof Intent.Update update) {
            json.put("type", "update").set("changes", Json.array(update.changes(), change -> write(change, digests)));
            return conflicts(json, update.conflicts(), digests);
        }
        if (intent instanceof Intent.Delete delete) {
            return conflicts(json.put("type", "delete"), delete.conflicts(), digests);
        }
        Intent.RemoveDuplicate remove = (Intent.RemoveDuplicate) intent;
        json.put("type", "removeDuplicate").put("duplicate", remove.duplicate().value());
        return conflicts(json, remove.conflicts(), digests);
    }

    private static ObjectNode conflicts(ObjectNode json, List<FieldConflict> conflicts, Digests digests) {
        json.set("conflicts", Json.array(conflicts, conflict -> write(conflict, digests)));
        return json;
    }

    static Intent read(JsonNode json, Digests digests) {
        LinkId link = new LinkId(Json.text(json, "link"));
        Side side = Json.constant(Side.class, json, "side");
        List<FieldConflict> conflicts = Json.list(json, "conflicts", each -> conflict(each, digests));
        String type = Json.text(json, "type");
        return switch (type) {
            case "create" -> new Intent.Create(link, side, new CorrelationTag(Json.text(json, "tag")));
            case "update" ->
                new Intent.Update(link, side, Json.list(json, "changes", each -> change(each, digests)), conflicts);
            case "delete" -> new Intent.Delete(link, side, conflicts);
            case "removeDuplicate" ->
                new Intent.RemoveDuplicate(link, side, new ItemId(Json.text(json, "duplicate")), conflicts);
            default -> throw new IllegalArgumentException("no such intent: " + type);
        };
    }

    private static ObjectNode write(FieldChange change, Digests digests) {
        ObjectNode json = Json.object();
        json.set("field", ItemCodec.write(change.field()));
        ItemCodec.put(json, "from", change.field(), change.from(), digests);
        ItemCodec.put(json, "to", change.field(), change.to(), digests);
        ItemCodec.put(json, "base", change.field(), change.base(), digests);
        json.set("sourceField", ItemCodec.write(change.sourceField()));
        ItemCodec.put(json, "sourceValue", change.sourceField(), change.sourceValue(), digests);
        return json;
    }

    private static FieldChange change(JsonNode json, Digests digests) {
        Field<?> field = ItemCodec.readField(Json.require(json, "field"));
        Field<?> source = ItemCodec.readField(Json.require(json, "sourceField"));
        return new FieldChange(
                field,
                ItemCodec.get(json, "from", field, digests),
                ItemCodec.get(json, "to", field, digests),
                ItemCodec.get(json, "base", field, digests),
                source,
                ItemCodec.get(json, "sourceValue", source, digests));
    }

    private static ObjectNode write(FieldConflict conflict, Digests digests) {
        ObjectNode json = Json.object().put("loser", conflict.loser().name());
        json.set("field", ItemCodec.write(conflict.field()));
        ItemCodec.put(json, "lost", conflict.field(), conflict.lost(), digests);
        ItemCodec.put(json, "kept", conflict.field(), conflict.kept(), digests);
        ItemCodec.put(json, "base", conflict.field(), conflict.base(), digests);
        return json;
    }

    private static FieldConflict conflict(JsonNode json, Digests digests) {
        Field<?> field = ItemCodec.readField(Json.require(json, "field"));
        return new FieldConflict(
                Json.constant(Side.class, json, "loser"),
                field,
                ItemCodec.get(json, "lost", field, digests),
                ItemCodec.get(json, "kept", field, digests),
                ItemCodec.get(json, "base", field, digests));
    }

    static ObjectNode write(JournalEntry entry, Digests digests) {
        ObjectNode json = Json.object()
                .put("at", entry.at().toString())
                .put("crm", entry.crm().value())
                .put("mail", entry.mail().value());
        json.set("conflict", write(entry.conflict(), digests));
        return json;
    }

    static JournalEntry readEntry(JsonNode json, Digests digests) {
        return new JournalEntry(
                Json.moment(json, "at"),
                new ItemId(Json.text(json, "crm")),
                new ItemId(Json.text(json, "mail")),
                conflict(Json.require(json, "conflict"), digests));
    }
}
