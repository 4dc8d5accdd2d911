package io.github.crosstie.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.configuration.Spelling;
import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Notification;
import io.github.crosstie.diff.Views;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.ChangeKind;
import io.github.crosstie.plan.PlannedChange;
import io.github.crosstie.state.LinkId;
import io.github.crosstie.state.RecordKey;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The changes of a plan: objects whose member {@code change} says which case they are. */
final class PlannedChangeJson {

    private static final String CHANGE = "change";
    private static final String NOTIFICATION = "notification";

    private PlannedChangeJson() {}

    static ArrayNode write(List<PlannedChange> changes) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        changes.forEach(change -> all.add(write(change)));
        return all;
    }

    /** An expression, so that a case without a form does not compile. */
    static JsonNode write(PlannedChange change) {
        ObjectNode into = JsonNodeFactory.instance.objectNode().put(CHANGE, Spelling.of(change.kind()));
        return switch (change.kind()) {
            case REFUTE -> into.set("record", RecordJson.write(((PlannedChange.Refute) change).record()));
            case FORGET -> into.set("record", RecordJson.write(((PlannedChange.Forget) change).record()));
            case UNLINK -> write((PlannedChange.Unlink) change, into);
            case DETACH -> write((PlannedChange.Detach) change, into);
            case LEAVE -> write((PlannedChange.Leave) change, into);
            case ADOPT -> write((PlannedChange.Adopt) change, into);
            case MATCH -> write((PlannedChange.Match) change, into);
            case UPDATE -> write((PlannedChange.Update) change, into);
            case CREATE -> write((PlannedChange.Create) change, into);
            case DELETE -> write((PlannedChange.Delete) change, into);
            case REMOVE_DUPLICATE -> write((PlannedChange.RemoveDuplicate) change, into);
            case AWAKEN -> into.set("record", RecordJson.write(((PlannedChange.Awaken) change).record()));
            case SETTLE -> write((PlannedChange.Settle) change, into);
            case HELD ->
                into.<ObjectNode>set("deletion", write(((PlannedChange.Held) change).deletion()))
                        .put("reason", ((PlannedChange.Held) change).reason());
        };
    }

    private static JsonNode write(PlannedChange.Unlink unlink, ObjectNode into) {
        return into.put("link", unlink.link().value())
                .<ObjectNode>set("records", RecordJson.writeAll(unlink.records()))
                .put("gone", unlink.gone());
    }

    private static JsonNode write(PlannedChange.Detach detach, ObjectNode into) {
        return into.put("link", detach.link().value())
                .<ObjectNode>set("pair", RecordJson.write(detach.pair()))
                .put("deletedOn", Spelling.of(detach.deletedOn()))
                .put("reason", detach.reason());
    }

    private static JsonNode write(PlannedChange.Leave leave, ObjectNode into) {
        return into.put("link", leave.link().value())
                .<ObjectNode>set("pair", RecordJson.write(leave.pair()))
                .put("reason", leave.reason());
    }

    private static JsonNode write(PlannedChange.Adopt adopt, ObjectNode into) {
        return into.put("link", adopt.link().value())
                .<ObjectNode>set("record", RecordJson.write(adopt.record()))
                .put("tag", adopt.tag().value());
    }

    private static JsonNode write(PlannedChange.Match match, ObjectNode into) {
        return into.<ObjectNode>set("pair", RecordJson.write(match.pair())).put("by", match.by());
    }

    private static JsonNode write(PlannedChange.Update update, ObjectNode into) {
        return into.<ObjectNode>set("pair", RecordJson.write(update.pair()))
                .put("side", Spelling.of(update.side()))
                .put("expectedVersion", update.expectedVersion().value())
                .<ObjectNode>set("fields", FieldChangeJson.writeChanges(update.changes()))
                .<ObjectNode>set("conflicts", FieldChangeJson.writeConflicts(update.conflicts()))
                .put(NOTIFICATION, Spelling.of(update.notification()));
    }

    private static JsonNode write(PlannedChange.Create create, ObjectNode into) {
        into.put("side", Spelling.of(create.side()))
                .<ObjectNode>set("source", RecordJson.write(create.source()))
                .put("sourceVersion", create.sourceVersion().value());
        if (create.link() != null) {
            into.put("link", create.link().value());
        }
        if (create.replaces() != null) {
            into.put("replaces", create.replaces().value());
        }
        return into.<ObjectNode>set("seen", ItemJson.fields(create.seen()))
                .<ObjectNode>set("content", ItemJson.fields(create.content()))
                .put(NOTIFICATION, Spelling.of(create.notification()));
    }

    private static JsonNode write(PlannedChange.Delete delete, ObjectNode into) {
        into.put("link", delete.link().value())
                .<ObjectNode>set("pair", RecordJson.write(delete.pair()))
                .put("side", Spelling.of(delete.side()))
                .put("expectedVersion", delete.expectedVersion().value())
                .<ObjectNode>set("conflicts", FieldChangeJson.writeConflicts(delete.conflicts()))
                .put(NOTIFICATION, Spelling.of(delete.notification()));
        return delete.seen() == null ? into : into.set("seen", ItemJson.fields(delete.seen()));
    }

    private static JsonNode write(PlannedChange.RemoveDuplicate removal, ObjectNode into) {
        return into.put("link", removal.link().value())
                .<ObjectNode>set("record", RecordJson.write(removal.record()))
                .put("expectedVersion", removal.expectedVersion().value())
                .set("conflicts", FieldChangeJson.writeConflicts(removal.conflicts()));
    }

    private static JsonNode write(PlannedChange.Settle settle, ObjectNode into) {
        ObjectNode bases =
                into.<ObjectNode>set("pair", RecordJson.write(settle.pair())).putObject("bases");
        ObjectNode versions = into.putObject("versions");
        for (Side side : Side.values()) {
            bases.set(Spelling.of(side), ItemJson.fields(settle.bases().on(side)));
        }
        settle.versions().forEach((side, version) -> versions.put(Spelling.of(side), version.value()));
        return into;
    }

    static PlannedChange read(ItemKind kind, JsonPlace place) {
        JsonNode named = place.object().get(CHANGE);
        if (named == null) {
            throw place.fault("'" + CHANGE + "' is missing; say which kind of change it is");
        }
        return switch (place.child(CHANGE, named).constant(ChangeKind.class)) {
            case REFUTE -> new PlannedChange.Refute(record(place.section(CHANGE, "record")));
            case FORGET -> new PlannedChange.Forget(record(place.section(CHANGE, "record")));
            case UNLINK -> readUnlink(place.section(CHANGE, "link", "records", "gone"));
            case DETACH -> readDetach(place.section(CHANGE, "link", "pair", "deletedOn", "reason"));
            case LEAVE -> readLeave(place.section(CHANGE, "link", "pair", "reason"));
            case ADOPT -> readAdopt(place.section(CHANGE, "link", "record", "tag"));
            case MATCH -> readMatch(place.section(CHANGE, "pair", "by"));
            case UPDATE ->
                readUpdate(
                        kind,
                        place.section(CHANGE, "pair", "side", "expectedVersion", "fields", "conflicts", NOTIFICATION));
            case CREATE -> readCreate(kind, place);
            case DELETE -> readDelete(kind, place);
            case REMOVE_DUPLICATE ->
                readRemoval(kind, place.section(CHANGE, "link", "record", "expectedVersion", "conflicts"));
            case AWAKEN -> new PlannedChange.Awaken(record(place.section(CHANGE, "record")));
            case SETTLE -> readSettle(kind, place.section(CHANGE, "pair", "bases", "versions"));
            case HELD -> readHeld(kind, place.section(CHANGE, "deletion", "reason"));
        };
    }

    private static PlannedChange.Unlink readUnlink(JsonSection section) {
        return new PlannedChange.Unlink(
                RecordJson.link(section.require("link")),
                RecordJson.readAll(section.require("records")),
                section.require("gone").bool());
    }

    private static PlannedChange.Detach readDetach(JsonSection section) {
        return new PlannedChange.Detach(
                RecordJson.link(section.require("link")),
                RecordJson.readPair(section.require("pair")),
                section.require("deletedOn").constant(Side.class),
                section.require("reason").text());
    }

    private static PlannedChange.Leave readLeave(JsonSection section) {
        return new PlannedChange.Leave(
                RecordJson.link(section.require("link")),
                RecordJson.readPair(section.require("pair")),
                section.require("reason").text());
    }

    private static PlannedChange.Adopt readAdopt(JsonSection section) {
        JsonPlace tag = section.require("tag");
        return new PlannedChange.Adopt(
                RecordJson.link(section.require("link")),
                record(section),
                tag.build(() -> new CorrelationTag(tag.text())));
    }

    private static PlannedChange.Match readMatch(JsonSection section) {
        return new PlannedChange.Match(
                RecordJson.readPair(section.require("pair")),
                section.require("by").text());
    }

    private static PlannedChange.Update readUpdate(ItemKind kind, JsonSection section) {
        return new PlannedChange.Update(
                RecordJson.readPair(section.require("pair")),
                section.require("side").constant(Side.class),
                version(section.require("expectedVersion")),
                FieldChangeJson.readChanges(kind, section.require("fields")),
                FieldChangeJson.readConflicts(kind, section.require("conflicts")),
                notification(section));
    }

    private static PlannedChange.Create readCreate(ItemKind kind, JsonPlace place) {
        JsonSection section = place.section(
                CHANGE, "side", "source", "sourceVersion", "link", "replaces", "seen", "content", NOTIFICATION);
        Side side = section.require("side").constant(Side.class);
        RecordKey source = RecordJson.read(section.require("source"));
        if (source.side() == side) {
            throw section.require("source").fault("a record is created from one on the other side; correct the side");
        }
        @Nullable LinkId link = section.find("link").map(RecordJson::link).orElse(null);
        @Nullable ItemId replaces = section.find("replaces").map(RecordJson::id).orElse(null);
        return new PlannedChange.Create(
                side,
                source,
                version(section.require("sourceVersion")),
                link,
                replaces,
                ItemJson.readFields(kind, section.require("seen")),
                ItemJson.readFields(kind, section.require("content")),
                notification(section));
    }

    private static PlannedChange.Delete readDelete(ItemKind kind, JsonPlace place) {
        JsonSection section =
                place.section(CHANGE, "link", "pair", "side", "expectedVersion", "conflicts", NOTIFICATION, "seen");
        @Nullable
        Item seen =
                section.find("seen").map(at -> ItemJson.readFields(kind, at)).orElse(null);
        return new PlannedChange.Delete(
                RecordJson.link(section.require("link")),
                RecordJson.readPair(section.require("pair")),
                section.require("side").constant(Side.class),
                version(section.require("expectedVersion")),
                FieldChangeJson.readConflicts(kind, section.require("conflicts")),
                notification(section),
                seen);
    }

    private static PlannedChange.RemoveDuplicate readRemoval(ItemKind kind, JsonSection section) {
        return new PlannedChange.RemoveDuplicate(
                RecordJson.link(section.require("link")),
                record(section),
                version(section.require("expectedVersion")),
                FieldChangeJson.readConflicts(kind, section.require("conflicts")));
    }

    private static PlannedChange.Settle readSettle(ItemKind kind, JsonSection section) {
        String crm = Spelling.of(Side.CRM);
        String mail = Spelling.of(Side.MAIL);
        JsonSection bases = section.require("bases").section(crm, mail);
        JsonSection versions = section.require("versions").section(crm, mail);
        Map<Side, ItemVersion> known = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            versions.find(Spelling.of(side)).ifPresent(at -> known.put(side, version(at)));
        }
        return new PlannedChange.Settle(
                RecordJson.readPair(section.require("pair")),
                new Views(ItemJson.readSeen(kind, bases.require(crm)), ItemJson.readSeen(kind, bases.require(mail))),
                known);
    }

    private static PlannedChange.Held readHeld(ItemKind kind, JsonSection section) {
        JsonPlace deletion = section.require("deletion");
        if (!(read(kind, deletion) instanceof PlannedChange.Delete delete)) {
            throw deletion.fault("only a deletion is held; write a change of the kind delete");
        }
        return new PlannedChange.Held(delete, section.require("reason").text());
    }

    private static Notification notification(JsonSection section) {
        return section.require(NOTIFICATION).constant(Notification.class);
    }

    private static RecordKey record(JsonSection section) {
        return RecordJson.read(section.require("record"));
    }

    static ItemVersion version(JsonPlace place) {
        return new ItemVersion(place.name());
    }
}
