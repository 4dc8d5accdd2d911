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

    private ChangeRows() {}

    static void write(Rows rows, StateChange change) throws SQLException {
        StateChange kept = rows.kept(change);
        Writing<StateChange> writing = WRITINGS.get(kept.getClass());
        if (writing == null) {
            throw new IllegalArgumentException("no rows for " + change.getClass() + "; teach ChangeRows about it");
        }
        writing.write(rows, kept);
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
                                Codec.TOMBSTONE,
                                put.tombstone(),
                                Keys.of(put.tombstone().link())))
                .on(
                        StateChange.RemoveTombstone.class,
                        (rows, remove) -> rows.remove(Table.TOMBSTONE, Keys.of(remove.link())))
                .on(
                        StateChange.PutIntent.class,
                        (rows, put) -> rows.put(
                                Table.INTENT,
                                Codec.INTENT,
                                put.intent(),
                                Keys.of(put.intent().link())))
                .on(StateChange.RemoveIntent.class, (rows, remove) -> rows.remove(Table.INTENT, Keys.of(remove.link())))
                .on(StateChange.Journal.class, (rows, line) -> {
                    Instant at = line.entry().at();
                    rows.append(Table.JOURNAL, Codec.JOURNAL, line.entry(), at.getEpochSecond(), at.getNano());
                })
                .on(
                        StateChange.ForgetJournalBefore.class,
                        (rows, forget) -> clearBefore(rows, Table.JOURNAL, forget.moment()))
                .on(StateChange.PutHint.class, (rows, put) -> putHint(rows, put.hint()))
                .on(StateChange.RemoveHint.class, (rows, remove) -> rows.remove(Table.HINT, Keys.of(remove.link())));
    }

    private static void putLink(Rows rows, Link link) throws SQLException {
        rows.put(
                Table.LINK,
                Codec.LINK,
                link,
                Keys.of(link.id()),
                Keys.of(link.key(Side.CRM)),
                Keys.of(link.key(Side.MAIL)));
        // Whatever is linked needs no hint any more.
        dropHints(rows, link.key(Side.CRM), link.key(Side.MAIL));
    }

    private static void putHint(Rows rows, Hint hint) throws SQLException {
        dropHints(rows, hint.key(Side.CRM), hint.key(Side.MAIL));
        rows.put(
                Table.HINT,
                Codec.HINT,
                hint,
                Keys.of(hint.link()),
                Keys.of(hint.key(Side.CRM)),
                Keys.of(hint.key(Side.MAIL)));
    }

    private static void dropHints(Rows rows, @Nullable RecordKey crm, @Nullable RecordKey mail) throws SQLException {
        rows.write(Table.HINT, Table.HINT.clear() + " and (crm = ? or mail = ?)", Keys.of(crm), Keys.of(mail));
    }

    private static void records(Register register) {
        register.on(
                        StateChange.Observe.class,
                        (rows, observe) -> rows.put(
                                Table.OBSERVATION,
                                Codec.OBSERVATION,
                                observe.observation(),
                                Keys.whole(observe.observation().key())))
                .on(
                        StateChange.ClearObservation.class,
                        (rows, clear) -> rows.remove(Table.OBSERVATION, Keys.whole(clear.key())))
                .on(
                        StateChange.AwaitEcho.class,
                        (rows, await) -> rows.put(
                                Table.ECHO,
                                Codec.ECHO,
                                await.echo(),
                                Keys.whole(await.echo().key())))
                .on(StateChange.ForgetEcho.class, (rows, forget) -> rows.remove(Table.ECHO, Keys.whole(forget.key())))
                .on(
                        StateChange.Detach.class,
                        (rows, detach) ->
                                rows.put(Table.DETACHED, Codec.RECORD, detach.key(), Keys.whole(detach.key())))
                .on(
                        StateChange.Reattach.class,
                        (rows, reattach) -> rows.remove(Table.DETACHED, Keys.whole(reattach.key())))
                .on(
                        StateChange.PutQuarantine.class,
                        (rows, put) -> rows.put(
                                Table.QUARANTINE,
                                Codec.QUARANTINE,
                                put.entry(),
                                Keys.whole(put.entry().key())))
                .on(
                        StateChange.RemoveQuarantine.class,
                        (rows, remove) -> rows.remove(Table.QUARANTINE, Keys.whole(remove.key())));
    }

    private static void listings(Register register) {
        register.on(
                        StateChange.SetCursor.class,
                        (rows, set) -> rows.setProperty(
                                Property.CURSOR, set.side(), set.cursor().value()))
                .on(
                        StateChange.SetScope.class,
                        (rows, set) -> rows.setProperty(
                                Property.SCOPE, set.side(), set.identity().value()))
                .on(StateChange.BeginScan.class, (rows, begin) -> {
                    clearScan(rows, begin.side());
                    rows.setProperty(Property.SCAN, begin.side(), Property.YES);
                    rows.removeProperty(Property.CURSOR.of(begin.side()));
                })
                .on(StateChange.MarkScanned.class, (rows, mark) -> {
                    rows.setProperty(Property.SCAN, mark.side(), Property.YES);
                    for (var id : mark.ids()) {
                        RecordKey key = new RecordKey(mark.side(), id);
                        rows.put(
                                Table.SCANNED,
                                Codec.RECORD,
                                key,
                                Keys.whole(key),
                                mark.side().name());
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

    private static void safeguards(Register register) {
        register.on(StateChange.LogDeletion.class, (rows, log) -> {
                    DeletionLine line = log.line();
                    Instant at = line.at();
                    rows.put(
                            Table.DELETION,
                            Codec.DELETION,
                            line,
                            Keys.of(line.link()),
                            at.getEpochSecond(),
                            at.getNano());
                })
                .on(
                        StateChange.ForgetDeletion.class,
                        (rows, forget) -> rows.remove(Table.DELETION, Keys.of(forget.link())))
                .on(
                        StateChange.ForgetDeletionsBefore.class,
                        (rows, forget) -> clearBefore(rows, Table.DELETION, forget.moment()))
                .on(StateChange.PutHold.class, (rows, put) -> rows.setProperty(Property.HOLD, Codec.HOLD, put.hold()))
                .on(
                        StateChange.PutPause.class,
                        (rows, put) -> rows.setProperty(Property.PAUSE, Codec.PAUSE, put.pause()))
                .on(StateChange.RemovePause.class, (rows, remove) -> rows.removeProperty(Property.PAUSE.of()));
    }

    private static void clearBefore(Rows rows, Table table, Instant moment) throws SQLException {
        rows.write(
                table,
                table.clear() + Table.BEFORE,
                moment.getEpochSecond(),
                moment.getEpochSecond(),
                moment.getNano());
    }

    private static void scope(Register register) {
        register.on(
                        StateChange.RememberClaim.class,
                        (rows, claim) -> rows.setProperty(Property.CLAIM, Codec.TEXT, Long.toString(claim.epoch())))
                .on(StateChange.ForgetClaim.class, (rows, forget) -> rows.removeProperty(Property.CLAIM.of()))
                .on(
                        StateChange.BeginRelink.class,
                        (rows, begin) -> rows.setProperty(Property.RELINKING, Codec.TEXT, Property.YES))
                .on(StateChange.EndRelink.class, (rows, end) -> rows.removeProperty(Property.RELINKING.of()))
                .on(StateChange.EndRound.class, ChangeRows::endRound)
                .on(StateChange.ChangeSettings.class, (rows, change) -> changeSettings(rows, change.settings()))
                .on(
                        StateChange.AwaitJudgement.class,
                        (rows, await) -> rows.put(
                                Table.UNJUDGED, Codec.TEXT, await.link().value(), Keys.of(await.link())))
                .on(StateChange.Judge.class, (rows, judge) -> rows.remove(Table.UNJUDGED, Keys.of(judge.link())))
                .on(StateChange.PutMove.class, (rows, put) -> rows.setProperty(Property.MOVE, Codec.MOVE, put.origin()))
                .on(StateChange.ForgetMove.class, (rows, forget) -> rows.removeProperty(Property.MOVE.of()))
                .on(
                        StateChange.PutFormerId.class,
                        (rows, put) -> rows.put(
                                Table.FORMER_ID,
                                Codec.FORMER_ID,
                                put.former(),
                                Keys.of(put.former().link())))
                .on(
                        StateChange.ForgetFormerIds.class,
                        (rows, forget) -> rows.write(Table.FORMER_ID, Table.FORMER_ID.clear()));
    }

    private static void endRound(Rows rows, StateChange.EndRound end) throws SQLException {
        Optional<LastRound> before = rows.property(Property.ROUND, Codec.ROUND);
        @Nullable
        Instant success =
                end.stop() == null ? end.at() : before.map(LastRound::success).orElse(null);
        rows.setProperty(Property.ROUND, Codec.ROUND, new LastRound(end.at(), end.stop(), success));
    }

    /** As {@link io.github.crosstie.state.CollectionState} does: what is being judged stays judged by the settings before. */
    private static void changeSettings(Rows rows, ScopeSettings changed) throws SQLException {
        Optional<ScopeSettings> known = rows.property(Property.SETTINGS, Codec.SETTINGS);
        boolean isJudged = rows.isEmpty(Table.UNJUDGED);
        if (known.filter(changed::equals).isEmpty()) {
            boolean keepsFormer = !isJudged
                    && rows.property(Property.FORMER_SETTINGS, Codec.SETTINGS).isPresent();
            if (!keepsFormer && known.isPresent()) {
                rows.setProperty(Property.FORMER_SETTINGS, Codec.SETTINGS, known.get());
            }
            rows.setProperty(Property.SETTINGS, Codec.SETTINGS, changed);
        } else if (isJudged) {
            rows.removeProperty(Property.FORMER_SETTINGS.of());
        }
    }
}
