package io.github.crosstie.store.jdbc;

import io.github.crosstie.configuration.ScopeSettings;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.connector.Cursor;
import io.github.crosstie.connector.ScopeIdentity;
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
    private final RowForm form;
    private final CollectionState state = CollectionState.empty();
    private final Map<String, String> properties = new HashMap<>();

    private StateRows(Connection connection, long collection, RowForm form) {
        this.connection = connection;
        this.collection = collection;
        this.form = form;
    }

    static CollectionState load(Connection connection, long collection, RowForm form) throws SQLException {
        StateRows rows = new StateRows(connection, collection, form);
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

    private <T> void ifSet(Property property, Codec<T> codec, Consumer<T> then) {
        ifSet(property, property.of(), codec, then);
    }

    private void ifSet(Property property, Side side, Consumer<String> then) {
        ifSet(property, property.of(side), Codec.TEXT, then);
    }

    private <T> void ifSet(Property property, String name, Codec<T> codec, Consumer<T> then) {
        String stored = properties.get(name);
        if (stored != null) {
            then.accept(form.read(form.at(property, name), codec, stored));
        }
    }

    private void listings() throws SQLException {
        for (Side side : Side.values()) {
            // Before the cursor, which a scan that begins takes away.
            ifSet(Property.SCAN, side, yes -> apply(new StateChange.BeginScan(side)));
        }
        each(Table.SCANNED, Codec.RECORD, key -> new StateChange.MarkScanned(key.side(), Set.of(key.id())));
        for (Side side : Side.values()) {
            ifSet(Property.CURSOR, side, text -> apply(new StateChange.SetCursor(side, new Cursor(text))));
            ifSet(Property.SCOPE, side, text -> apply(new StateChange.SetScope(side, new ScopeIdentity(text))));
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
        ifSet(Property.SETTINGS, Codec.SETTINGS, this::settings);
        each(Table.UNJUDGED, Codec.TEXT, link -> new StateChange.AwaitJudgement(new LinkId(link)));
        ifSet(Property.HOLD, Codec.HOLD, hold -> apply(new StateChange.PutHold(hold)));
        ifSet(Property.PAUSE, Codec.PAUSE, pause -> apply(new StateChange.PutPause(pause)));
        ifSet(Property.CLAIM, Codec.TEXT, epoch -> apply(new StateChange.RememberClaim(Long.parseLong(epoch))));
        ifSet(Property.RELINKING, Codec.TEXT, yes -> apply(new StateChange.BeginRelink()));
        ifSet(Property.ROUND, Codec.ROUND, this::round);
        ifSet(Property.MOVE, Codec.MOVE, origin -> apply(new StateChange.PutMove(origin)));
    }

    private void settings(ScopeSettings settings) {
        String stored = properties.get(Property.FORMER_SETTINGS.of());
        if (stored == null) {
            apply(new StateChange.ChangeSettings(settings));
            return;
        }
        ScopeSettings former =
                form.read(form.at(Property.FORMER_SETTINGS, Property.FORMER_SETTINGS.of()), Codec.SETTINGS, stored);
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
                    Position position = form.at(table, rows.getObject(1));
                    apply(change.apply(form.read(position, codec, rows.getString(2))));
                }
            }
        }
    }
}
