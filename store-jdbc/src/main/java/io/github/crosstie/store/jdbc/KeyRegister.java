package io.github.crosstie.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which keys a database needs, so that a store without one of them is refused before it is at work. Beside the id of each stands a
 * text that it encrypted, to tell another key of that id.
 */
final class KeyRegister {

    private static final String PLACE = "KEY";
    private static final String PROVEN = "crosstie";
    private static final String LOOKING = "looking for the keys of the state store";

    private final Database database;
    private final Keyring keys;

    KeyRegister(Database database, Keyring keys) {
        this.database = database;
        this.keys = keys;
    }

    /** Why the store must not be opened with these keys; empty if it may. */
    Optional<String> complaint() {
        Map<String, String> proofs = database.read(LOOKING, KeyRegister::proofs);
        for (Map.Entry<String, String> entry : proofs.entrySet()) {
            String id = entry.getKey();
            if (!keys.ids().contains(id)) {
                return Optional.of("the state store holds what was stored with the key '" + id
                        + "'; open it by JdbcStateStore.builder(dataSource).keys(...) with that key among them, or, if the key"
                        + " is lost for good, empty its tables: then records are matched anew");
            }
            if (!isProven(id, entry.getValue())) {
                return Optional.of("the key '" + id + "' is another one than that by which the state store was written;"
                        + " give the one that had this id first, and the other one an id of its own");
            }
        }
        return Optional.empty();
    }

    /** Whether a key of that id made the proof; nothing proves what was damaged. */
    private boolean isProven(String id, String proof) {
        return Seal.isSealed(proof)
                && Seal.keyOf(proof).filter(id::equals).isPresent()
                && keys.opened(id, PLACE, proof).filter(PROVEN::equals).isPresent();
    }

    /** From now on the key to write with is needed, too. */
    void enter() {
        String current = keys.current();
        if (entered().contains(current)) {
            return;
        }
        database.write("entering a key of the state store", connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "insert into crosstie_key (id, proof) values (?, ?) on conflict do nothing")) {
                statement.setString(1, current);
                statement.setString(2, keys.sealed(PLACE, PROVEN));
                return statement.executeUpdate();
            }
        });
    }

    /** The keys that are needed now, as far as is known. */
    Set<String> entered() {
        return database.read(LOOKING, KeyRegister::proofs).keySet();
    }

    /**
     * Leaves out the keys of this store that were entered when it began to look for those that are needed, and are not; returns the
     * others. One that another process has entered since stays.
     */
    SortedSet<String> keep(Set<String> needed, Set<String> before) {
        return database.write("leaving out keys of the state store", connection -> {
            SortedSet<String> kept = new TreeSet<>();
            try (PreparedStatement statement = connection.prepareStatement("delete from crosstie_key where id = ?")) {
                for (String id : proofs(connection).keySet()) {
                    if (needed.contains(id) || !keys.ids().contains(id) || !before.contains(id)) {
                        kept.add(id);
                    } else {
                        statement.setString(1, id);
                        statement.executeUpdate();
                    }
                }
            }
            return kept;
        });
    }

    private static Map<String, String> proofs(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select id, proof from crosstie_key");
                ResultSet rows = statement.executeQuery()) {
            Map<String, String> proofs = new TreeMap<>();
            while (rows.next()) {
                proofs.put(rows.getString(1), rows.getString(2));
            }
            return proofs;
        }
    }
}
