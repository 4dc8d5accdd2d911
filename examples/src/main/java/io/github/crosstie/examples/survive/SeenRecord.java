package io.github.crosstie.examples.survive;

import java.util.Map;

/**
 * A record as a server keeps it.
 *
 * @param id the server's id
 * @param values what is not empty
 */
record SeenRecord(String id, Map<KeptValue, String> values) {

    SeenRecord {
        values = Map.copyOf(values);
    }
}
