package io.github.crosstie.store.jdbc;

import io.github.crosstie.configuration.ScopeSettings;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.DeletionLine;
import io.github.crosstie.state.Hint;
import io.github.crosstie.state.LastRound;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.state.StateChange;
import io.github.crosstie.store.jdbc.internal.codec.Codec;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What each change of a state means for the rows. */
final class ChangeRows {

    /** Writes one kind of change. */
    @FunctionalInterface
    private interface Writing<C extends StateChange> {
        void write(Rows rows, C change) throws SQLException;
    }

    private static final Map<Class<? extends StateChange>, Writing<StateChange>> WRITINGS = writings();

    private static final String INSERT_JOURNAL = "insert into crosstie_journal (collection, value) values (?, ?)";

    private ChangeRows() {}

    static void write(Rows rows, StateChange change) throws SQLException {
        Writing<StateChange> writing = WRITINGS.get(change.getClass());
        if (writing == null) {
            throw new IllegalArgumentException("no rows for " + change.getClass() + "; teach ChangeRows about it");
        }
        writing.write(rows, change);
    }

    /** The kinds of changes that have rows. */
    static Set<Class<? extends StateChange>> known() {
        return WRITINGS.keySet();
    }

    private static final class Register {
        private final Map<Class<? extends StateChange>, Writing<StateChange>> all = new HashMap<>();

        <C extends StateChange> Register on(Class<C> kind, Writing<C> writing) {
            all.put(kind, (rows, change) -> writing.write(rows, kind.cast(change)));
            return this;
        }
    }

    private static Map<Class<? extends StateChange>, Writing<StateChange>> writings() {
        Register register = new Register();
        links(register);
        records(register);
        listings(register);
        safeguards(register);
        scope(register);
        return Map.copyOf(register.all);
    }

    private static void links(Register register) {
        register.on(StateChange.PutLink.class, (rows, put) -> putLink(rows, put.link()))
                .on(StateChange.RemoveLink.class, (rows, remove) -> {
                    rows.remove(Table.LINK, Keys.of(remove.id()));
                    rows.remove(Table.UNJUDGED, Keys.of(remove.id()));
                    rows.remove(Table.FORMER_ID, Keys.of(remove.id()));
                })
                .on(
                        StateChange.PutTombstone.class,
                        (rows, put) -> rows.put(
                                Table.TOMBSTONE,
                                Keys.of(put.tombstone().link()),
                                Codec.TOMBSTONE.write(put.tombstone())))
                .on(
                        StateChange.RemoveTombstone.class,
                        (rows, remove) -> rows.remove(Table.TOMBSTONE, Keys.of(remove.link())))
                .on(
                        StateChange.PutIntent.class,
                        (rows, put) ->
                                rows.put(Table.INTENT, Keys.of(put.intent().link()), Codec.INTENT.write(put.intent())))
                .on(StateChange.RemoveIntent.class, (rows, remove) -> rows.remove(Table.INTENT, Keys.of(remove.link())))
                .on(
                        StateChange.Journal.class,
                        (rows, line) -> rows.write(Table.JOURNAL, INSERT_JOURNAL, Codec.JOURNAL.write(line.entry())))
                .on(StateChange.PutHint.class, (rows, put) -> putHint(rows, put.hint()))
                .on(StateChange.RemoveHint.class, (rows, remove) -> rows.remove(Table.HINT, Keys.of(remove.link())));
    }

    private static void putLink(Rows rows, Link link) throws SQLException {
        rows.write(
                Table.LINK,
                Table.LINK.put(),
                Keys.of(link.id()),
                Keys.of(link.key(Side.CRM)),
                Keys.of(link.key(Side.MAIL)),
                Codec.LINK.write(link));
        // Whatever is linked needs no hint any more.
        dropHints(rows, link.key(Side.CRM), link.key(Side.MAIL));
    }

    private static void putHint(Rows rows, Hint hint) throws SQLException {
        dropHints(rows, hint.key(Side.CRM), hint.key(Side.MAIL));
        rows.write(
                Table.HINT,
                Table.HINT.put(),
                Keys.of(hint.link()),
                Keys.of(hint.key(Side.CRM)),
                Keys.of(hint.key(Side.MAIL)),
                Codec.HINT.write(hint));
    }

    private static void dropHints(Rows rows, @Nullable RecordKey crm, @Nullable RecordKey mail) throws SQLException {
        rows.write(Table.HINT, Table.HINT.clear() + " and (crm = ? or mail = ?)", Keys.of(crm), Keys.of(mail));
    }

    private static void records(Register register) {
        register.on(
                        StateChange.Observe.class,
                        (rows, observe) -> rows.put(
                                Table.OBSERVATION,
                                Keys.whole(observe.observation().key()),
                                Codec.OBSERVATION.write(observe.observation())))
                .on(
                        StateChange.ClearObservation.class,
                        (rows, clear) -> rows.remove(Table.OBSERVATION, Keys.whole(clear.key())))
                .on(
                        StateChange.AwaitEcho.class,
                        (rows, await) ->
                                rows.put(Table.ECHO, Keys.whole(await.echo().key()), Codec.ECHO.write(await.echo())))
                .on(StateChange.ForgetEcho.class, (rows, forget) -> rows.remove(Table.ECHO, Keys.whole(forget.key())))
                .on(
                        StateChange.Detach.class,
                        (rows, detach) ->
                                rows.put(Table.DETACHED, Keys.whole(detach.key()), Codec.RECORD.write(detach.key())))
                .on(
                        StateChange.Reattach.class,
                        (rows, reattach) -> rows.remove(Table.DETACHED, Keys.whole(reattach.key())))
                .on(
                        StateChange.PutQuarantine.class,
                        (rows, put) -> rows.put(
                                Table.QUARANTINE, Keys.whole(put.entry().key()), Codec.QUARANTINE.write(put.entry())))
                .on(
                        StateChange.RemoveQuarantine.class,
                        (rows, remove) -> rows.remove(Table.QUARANTINE, Keys.whole(remove.key())));
    }

    private static void listings(Register register) {
        register.on(
                        StateChange.SetCursor.class,
                        (rows, set) -> setText(
                                rows,
                                Property.CURSOR.of(set.side()),
                                set.cursor().value()))
                .on(
                        StateChange.SetScope.class,
                        (rows, set) -> setText(
                                rows,
                                Property.SCOPE.of(set.side()),
                                set.identity().value()))
                .on(StateChange.BeginScan.class, (rows, begin) -> {
                    clearScan(rows, begin.side());
                    setText(rows, Property.SCAN.of(begin.side()), Property.YES);
                    rows.removeProperty(Property.CURSOR.of(begin.side()));
                })
                .on(StateChange.MarkScanned.class, (rows, mark) -> {
                    setText(rows, Property.SCAN.of(mark.side()), Property.YES);
                    for (var id : mark.ids()) {
                        RecordKey key = new RecordKey(mark.side(), id);
                        rows.write(
                                Table.SCANNED,
                                Table.SCANNED.put(),
                                Keys.whole(key),
                                mark.side().name(),
                                Codec.RECORD.write(key));
                    }
                })
                .on(StateChange.EndScan.class, (rows, end) -> {
                    clearScan(rows, end.side());
                    rows.removeProperty(Property.SCAN.of(end.side()));
                });
    }

    private static void clearScan(Rows rows, Side side) throws SQLException {
        rows.write(Table.SCANNED, Table.SCANNED.clear() + " and side = ?", side.name());
    }

    private static void setText(Rows rows, String name, String text) throws SQLException {
        rows.setProperty(name, Codec.TEXT.write(text));
    }

    private static void safeguards(Register register) {
        register.on(StateChange.LogDeletion.class, (rows, log) -> {
                    DeletionLine line = log.line();
                    Instant at = line.at();
                    rows.write(
                            Table.DELETION,
                            Table.DELETION.put(),
                            Keys.of(line.link()),
                            at.getEpochSecond(),
                            at.getNano(),
                            Codec.DELETION.write(line));
                })
                .on(
                        StateChange.ForgetDeletion.class,
                        (rows, forget) -> rows.remove(Table.DELETION, Keys.of(forget.link())))
                .on(StateChange.ForgetDeletionsBefore.class, (rows, forget) -> {
                    Instant moment = forget.moment();
                    rows.write(
                            Table.DELETION,
                            Table.DELETION.clear() + " and (at_second < ? or (at_second = ? and at_nano < ?))",
                            moment.getEpochSecond(),
                            moment.getEpochSecond(),
                            moment.getNano());
                })
                .on(
                        StateChange.PutHold.class,
                        (rows, put) -> rows.setProperty(Property.HOLD.of(), Codec.HOLD.write(put.hold())))
                .on(
                        StateChange.PutPause.class,
                        (rows, put) -> rows.setProperty(Property.PAUSE.of(), Codec.PAUSE.write(put.pause())))
                .on(StateChange.RemovePause.class, (rows, remove) -> rows.removeProperty(Property.PAUSE.of()));
    }

    private static void scope(Register register) {
        register.on(
                        StateChange.RememberClaim.class,
                        (rows, claim) -> setText(rows, Property.CLAIM.of(), Long.toString(claim.epoch())))
                .on(StateChange.ForgetClaim.class, (rows, forget) -> rows.removeProperty(Property.CLAIM.of()))
                .on(
                        StateChange.BeginRelink.class,
                        (rows, begin) -> setText(rows, Property.RELINKING.of(), Property.YES))
                .on(StateChange.EndRelink.class, (rows, end) -> rows.removeProperty(Property.RELINKING.of()))
                .on(StateChange.EndRound.class, ChangeRows::endRound)
                .on(StateChange.ChangeSettings.class, (rows, change) -> changeSettings(rows, change.settings()))
                .on(
                        StateChange.AwaitJudgement.class,
                        (rows, await) -> rows.put(
                                Table.UNJUDGED,
                                Keys.of(await.link()),
                                Codec.TEXT.write(await.link().value())))
                .on(StateChange.Judge.class, (rows, judge) -> rows.remove(Table.UNJUDGED, Keys.of(judge.link())))
                .on(
                        StateChange.PutMove.class,
                        (rows, put) -> rows.setProperty(Property.MOVE.of(), Codec.MOVE.write(put.origin())))
                .on(StateChange.ForgetMove.class, (rows, forget) -> rows.removeProperty(Property.MOVE.of()))
                .on(
                        StateChange.PutFormerId.class,
                        (rows, put) -> rows.put(
                                Table.FORMER_ID, Keys.of(put.former().link()), Codec.FORMER_ID.write(put.former())))
                .on(
                        StateChange.ForgetFormerIds.class,
                        (rows, forget) -> rows.write(Table.FORMER_ID, Table.FORMER_ID.clear()));
    }

    private static void endRound(Rows rows, StateChange.EndRound end) throws SQLException {
        Optional<LastRound> before = rows.property(Property.ROUND.of()).map(Codec.ROUND::read);
        @Nullable
        Instant success =
                end.stop() == null ? end.at() : before.map(LastRound::success).orElse(null);
        rows.setProperty(Property.ROUND.of(), Codec.ROUND.write(new LastRound(end.at(), end.stop(), success)));
    }

    /** As {@link io.github.crosstie.state.CollectionState} does: what is being judged stays judged by the settings before. */
    private static void changeSettings(Rows rows, ScopeSettings changed) throws SQLException {
        Optional<String> known = rows.property(Property.SETTINGS.of());
        boolean isJudged = rows.isEmpty(Table.UNJUDGED);
        if (known.map(Codec.SETTINGS::read).filter(changed::equals).isEmpty()) {
            boolean keepsFormer =
                    !isJudged && rows.property(Property.FORMER_SETTINGS.of()).isPresent();
            if (!keepsFormer && known.isPresent()) {
                rows.setProperty(Property.FORMER_SETTINGS.of(), known.get());
            }
            rows.setProperty(Property.SETTINGS.of(), Codec.SETTINGS.write(changed));
        } else if (isJudged) {
            rows.removeProperty(Property.FORMER_SETTINGS.of());
        }
    }
}
