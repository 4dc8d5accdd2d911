package io.github.crosstie.move;

import io.github.crosstie.item.ValueHasher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which keys of records are meant by keys of digests, whatever key of the host's these were made by: so all that is sought is
 * compared in one form. A digest that means several keys means none.
 */
final class HashedKeys {

    private static final String SEVERAL = "";

    private final Set<ValueHasher> hashers = new HashSet<>();
    private final Map<String, String> meant = new HashMap<>();

    /** Whether nothing was told of a hasher yet. */
    boolean isNew(ValueHasher hasher) {
        return hashers.add(hasher);
    }

    /** A record has these keys, which are those as digests, in the same order. */
    void add(List<String> hashed, List<String> keys) {
        // A blank text has a digest, and is no key: then nobody knows which is which.
        for (int at = 0; at < keys.size() && hashed.size() == keys.size(); at++) {
            meant.merge(hashed.get(at), keys.get(at), (one, other) -> one.equals(other) ? one : SEVERAL);
        }
    }

    /** Keys as they are, or as the digests mean them; one that means no record's key, or several, is left out. */
    List<String> told(List<String> keys) {
        if (hashers.isEmpty()) {
            return keys;
        }
        List<String> told = new ArrayList<>();
        for (String key : keys) {
            String of = meant.getOrDefault(key, key);
            if (!of.equals(SEVERAL)) {
                told.add(of);
            }
        }
        return told;
    }
}
