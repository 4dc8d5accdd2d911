package io.github.crosstie.store.jdbc;

import io.github.crosstie.configuration.Filter;
import io.github.crosstie.configuration.ScopeSettings;
import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Cursor;
import io.github.crosstie.connector.ScopeIdentity;
import io.github.crosstie.diff.FieldChange;
import io.github.crosstie.diff.FieldConflict;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.Attempt;
import io.github.crosstie.state.Half;
import io.github.crosstie.state.HeldDeletion;
import io.github.crosstie.state.Hint;
import io.github.crosstie.state.Hold;
import io.github.crosstie.state.Intent;
import io.github.crosstie.state.JournalEntry;
import io.github.crosstie.state.LateWrite;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.LinkId;
import io.github.crosstie.state.MoveOrigin;
import io.github.crosstie.state.Observation;
import io.github.crosstie.state.Pause;
import io.github.crosstie.state.PauseReason;
import io.github.crosstie.state.QuarantineEntry;
import io.github.crosstie.state.QuarantineReason;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.state.StateChange;
import io.github.crosstie.state.Tombstone;
import io.github.crosstie.state.Uncertainty;
import io.github.crosstie.state.Waiting;
import io.github.crosstie.testkit.Items;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A row of every kind that can hold what somebody has typed, each with a text of its own. */
final class EveryRow {

    private static final Instant NOW = Told.NOW;
    private static final LinkId OPEN = new LinkId("open");

    private final List<String> texts = new ArrayList<>();

    /** The texts that the changes hold. */
    List<String> texts() {
        return List.copyOf(texts);
    }

    private String typed(String where) {
        String text = "typed into " + where;
        texts.add(text);
        return text;
    }

    private Item item(String where) {
        return Item.contact().set(ContactFields.SURNAME, typed(where)).build();
    }

    /** What was last seen of a record. */
    Item base() {
        return item("base here");
    }

    /** Some systems make versions of what their records hold. */
    private ItemVersion version(String where) {
        return new ItemVersion(typed("version of " + where));
    }

    private Attempt attempt(String where) {
        return new Attempt(
                new CorrelationTag("v1/" + texts.size()), Side.MAIL, item(where + " source"), item(where + " content"));
    }

    private FieldConflict conflict(String where) {
        return new FieldConflict(
                Side.MAIL,
                ContactFields.NOTES,
                typed("lost by " + where),
                typed("kept by " + where),
                typed("base of " + where));
    }

    private Intent update(String where) {
        FieldChange change = new FieldChange(
                ContactFields.NOTES,
                typed("from of " + where),
                typed("to of " + where),
                typed("former of " + where),
                ContactFields.NOTES,
                typed("source of " + where));
        return new Intent.Update(OPEN, Side.MAIL, List.of(change), List.of(conflict(where)));
    }

    private Link open() {
        Uncertainty uncertainty = new Uncertainty(
                NOW, List.of(attempt("earlier life")), List.of(new LateWrite(update("late write"), NOW)));
        return new Link(
                OPEN,
                new Half(id("open"), version("open"), item("open base")),
                null,
                1,
                List.of(attempt("attempt")),
                uncertainty);
    }

    private static ItemId id(String id) {
        return new ItemId(id);
    }

    private static RecordKey key(String id) {
        return new RecordKey(Side.CRM, id(id));
    }

    private Hold hold() {
        HeldDeletion deletion = new HeldDeletion(
                OPEN, id("open"), id("open there"), Side.MAIL, version("held"), typed("held deletion"), NOW);
        TreeMap<LinkId, Hold.Entry> entries = new TreeMap<>();
        entries.put(OPEN, new Hold.Entry(deletion, 1));
        return new Hold(entries, List.of(), null, List.of());
    }

    private ScopeSettings settings(String where) {
        ScopeSettings any = ScopeSettings.of(Items.anyConfiguration(), ItemKind.CONTACT);
        Filter filter = new Filter(Side.CRM, ContactFields.COMPANY_NAME, Filter.Operator.IN, Set.of(typed(where)));
        return new ScopeSettings(
                any.kind(), any.direction(), any.fields(), List.of(filter), any.window(), any.privateEvents());
    }

    List<StateChange> changes() {
        return List.of(
                new StateChange.PutLink(Link.of(
                        new LinkId("whole"),
                        new Half(id("whole"), version("here"), item("base here")),
                        new Half(id("whole there"), version("there"), item("base there")))),
                new StateChange.PutLink(open()),
                new StateChange.PutIntent(update("intent")),
                new StateChange.PutTombstone(new Tombstone(new LinkId("ended"), List.of(attempt("tombstone")), NOW)),
                new StateChange.Observe(Observation.seen(key("waits"), version("waiting"))
                        .waiting(new Waiting(new TreeSet<>(Set.of("email\u0000" + typed("key"))), NOW))),
                new StateChange.PutQuarantine(new QuarantineEntry(
                        key("refused"),
                        version("refused"),
                        null,
                        version("its counterpart"),
                        QuarantineReason.REJECTED,
                        "CODE",
                        typed("refusal"),
                        1,
                        NOW)),
                new StateChange.PutHint(new Hint(
                        new LinkId("hint"), id("hinted"), null, Hint.Reason.RELINKED, item("what a hint holds"))),
                new StateChange.Journal(new JournalEntry(NOW, id("open"), id("open there"), conflict("journal"))),
                new StateChange.SetCursor(Side.MAIL, new Cursor(typed("cursor"))),
                new StateChange.SetScope(Side.MAIL, new ScopeIdentity(typed("scope"))),
                new StateChange.PutHold(hold()),
                new StateChange.PutPause(new Pause(PauseReason.UNAUTHORIZED, NOW, 1, typed("pause"))),
                new StateChange.ChangeSettings(settings("former filter")),
                new StateChange.AwaitJudgement(OPEN),
                new StateChange.ChangeSettings(settings("filter")),
                new StateChange.PutMove(new MoveOrigin(new ScopeIdentity(typed("origin")), NOW)));
    }
}
