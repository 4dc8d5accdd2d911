package io.github.crosstie.store.jdbc;

import io.github.crosstie.configuration.ScopeSettings;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.connector.Cursor;
import io.github.crosstie.connector.ScopeIdentity;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.LastRound;
import io.github.crosstie.state.LinkId;
import io.github.crosstie.state.StateChange;
import io.github.crosstie.store.jdbc.internal.codec.Codec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A collection's state, from its rows: the changes that lead from nothing to it. */
final class StateRows {

    /** Rows at a time: a large collection is not held twice. */
    private static final int FETCHED = 1_000;

    private final Connection connection;
    private final long collection;
    private final CollectionState state = CollectionState.empty();
    private final Map<String, String> properties = new HashMap<>();

    private StateRows(Connection connection, long collection) {
        this.connection = connection;
        this.collection = collection;
    }

    static CollectionState load(Connection connection, long collection) throws SQLException {
        StateRows rows = new StateRows(connection, collection);
        rows.properties();
        rows.listings();
        rows.records();
        rows.whole();
        return rows.state;
    }

    private void apply(StateChange... changes) {
        state.apply(List.of(changes));
    }

    private void properties() throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select name, value from crosstie_property where collection = ?")) {
            statement.setLong(1, collection);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    properties.put(rows.getString(1), rows.getString(2));
                }
            }
        }
    }

    private <T> void ifSet(String name, Codec<T> codec, Consumer<T> then) {
        String json = properties.get(name);
        if (json != null) {
            then.accept(read(codec, json));
        }
    }

    private void listings() throws SQLException {
        for (Side side : Side.values()) {
            // Before the cursor, which a scan that begins takes away.
            ifSet(Property.SCAN.of(side), Codec.TEXT, yes -> apply(new StateChange.BeginScan(side)));
        }
        each(Table.SCANNED, Codec.RECORD, key -> new StateChange.MarkScanned(key.side(), Set.of(key.id())));
        for (Side side : Side.values()) {
            ifSet(
                    Property.CURSOR.of(side),
                    Codec.TEXT,
                    text -> apply(new StateChange.SetCursor(side, new Cursor(text))));
            ifSet(
                    Property.SCOPE.of(side),
                    Codec.TEXT,
                    text -> apply(new StateChange.SetScope(side, new ScopeIdentity(text))));
        }
    }

    private void records() throws SQLException {
        each(Table.LINK, Codec.LINK, StateChange.PutLink::new);
        each(Table.TOMBSTONE, Codec.TOMBSTONE, StateChange.PutTombstone::new);
        each(Table.INTENT, Codec.INTENT, StateChange.PutIntent::new);
        each(Table.OBSERVATION, Codec.OBSERVATION, StateChange.Observe::new);
        each(Table.ECHO, Codec.ECHO, StateChange.AwaitEcho::new);
        each(Table.DETACHED, Codec.RECORD, StateChange.Detach::new);
        each(Table.QUARANTINE, Codec.QUARANTINE, StateChange.PutQuarantine::new);
        each(Table.DELETION, Codec.DELETION, StateChange.LogDeletion::new);
        // After the links, which take the hints of their records away.
        each(Table.HINT, Codec.HINT, StateChange.PutHint::new);
        each(Table.FORMER_ID, Codec.FORMER_ID, StateChange.PutFormerId::new);
    }

    private void whole() throws SQLException {
        ifSet(Property.SETTINGS.of(), Codec.SETTINGS, this::settings);
        each(Table.UNJUDGED, Codec.TEXT, link -> new StateChange.AwaitJudgement(new LinkId(link)));
        ifSet(Property.HOLD.of(), Codec.HOLD, hold -> apply(new StateChange.PutHold(hold)));
        ifSet(Property.PAUSE.of(), Codec.PAUSE, pause -> apply(new StateChange.PutPause(pause)));
        ifSet(Property.CLAIM.of(), Codec.TEXT, epoch -> apply(new StateChange.RememberClaim(Long.parseLong(epoch))));
        ifSet(Property.RELINKING.of(), Codec.TEXT, yes -> apply(new StateChange.BeginRelink()));
        ifSet(Property.ROUND.of(), Codec.ROUND, this::round);
        ifSet(Property.MOVE.of(), Codec.MOVE, origin -> apply(new StateChange.PutMove(origin)));
    }

    private void settings(ScopeSettings settings) {
        String json = properties.get(Property.FORMER_SETTINGS.of());
        if (json == null) {
            apply(new StateChange.ChangeSettings(settings));
            return;
        }
        ScopeSettings former = read(Codec.SETTINGS, json);
        apply(new StateChange.ChangeSettings(former));
        if (former.equals(settings)) {
            // Changed and changed back while links were judged: the way there led over other settings.
            LinkId judged = new LinkId("any");
            apply(
                    new StateChange.ChangeSettings(turned(settings)),
                    new StateChange.AwaitJudgement(judged),
                    new StateChange.ChangeSettings(settings),
                    new StateChange.Judge(judged));
        } else {
            apply(new StateChange.ChangeSettings(settings));
        }
    }

    private static ScopeSettings turned(ScopeSettings settings) {
        SyncDirection other = settings.direction() == SyncDirection.OFF ? SyncDirection.BOTH : SyncDirection.OFF;
        return new ScopeSettings(
                settings.kind(),
                other,
                settings.fields(),
                settings.filters(),
                settings.window(),
                settings.privateEvents());
    }

    private void round(LastRound round) {
        @Nullable Instant success = round.success();
        if (success != null) {
            apply(new StateChange.EndRound(success, null));
        }
        if (round.stop() != null) {
            apply(new StateChange.EndRound(round.ended(), round.stop()));
        }
    }

    private <T> void each(Table table, Codec<T> codec, Function<T, StateChange> change) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(table.all())) {
            statement.setFetchSize(FETCHED);
            statement.setLong(1, collection);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    apply(change.apply(read(codec, rows.getString(1))));
                }
            }
        }
    }

    /** Reads what the store itself wrote. */
    static <T> T read(Codec<T> codec, String json) {
        try {
            return codec.read(json);
        } catch (RuntimeException failure) {
            // Without its message, which may quote the value.
            throw new ContractBrokenException("a row of the state store cannot be read ("
                    + failure.getClass().getSimpleName()
                    + "); use the release of the library that wrote it, or restore a backup");
        }
    }
}
