package io.github.crosstie.assignment;

import io.github.crosstie.configuration.Assignment;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Claims on single users and profiles. A target that several configurations list was moved by the latest assignment; the
 * others are leftovers that claim nobody (A2, A4, C4).
 */
final class Individuals {

    private final ConfigurationRanks ranks;
    private final Map<Integer, Holder> users = new HashMap<>();

    /** The keys of {@link #users}: most users are in no such list, and a bit is cheaper to ask for than an entry. */
    private final BitSet listedUsers = new BitSet();

    private final Map<Integer, Holder> profiles = new HashMap<>();

    private record Holder(int ordinal, Assignment assignment) {}

    Individuals(ConfigurationRanks ranks) {
        this.ranks = ranks;
    }

    void add(Assignment assignment, int slot, int ordinal) {
        boolean user = assignment instanceof Assignment.OfUser;
        Map<Integer, Holder> into = user ? users : profiles;
        if (user) {
            listedUsers.set(slot);
        }
        into.merge(slot, new Holder(ordinal, assignment), this::later);
    }

    private Holder later(Holder one, Holder other) {
        @Nullable Instant first = one.assignment().assignedAt();
        @Nullable Instant second = other.assignment().assignedAt();
        if (first != null && second != null && !first.equals(second)) {
            return first.isAfter(second) ? one : other;
        }
        if ((first == null) != (second == null)) {
            return first != null ? one : other;
        }
        return ranks.stronger(one.ordinal(), other.ordinal()) == one.ordinal() ? one : other;
    }

    int ofUser(int slot) {
        if (!listedUsers.get(slot)) {
            return Claims.NONE;
        }
        Holder holder = users.get(slot);
        return holder == null ? Claims.NONE : holder.ordinal();
    }

    /** Whom any configuration lists individually. */
    BitSet users() {
        return listedUsers;
    }

    int ofProfile(int slot) {
        Holder holder = profiles.get(slot);
        return holder == null ? Claims.NONE : holder.ordinal();
    }

    /** Adds the users whose own claim is another one than before, or one of a configuration that changed. */
    void changedUsers(Individuals earlier, long[] changedConfigurations, BitSet into) {
        users.forEach((slot, holder) -> {
            int ordinal = holder.ordinal();
            boolean touched = ConfigurationRanks.contains(changedConfigurations, ordinal);
            if (touched || ordinal != earlier.ofUser(slot)) {
                into.set(slot);
            }
        });
        earlier.users.keySet().stream().filter(slot -> !users.containsKey(slot)).forEach(into::set);
    }
}
