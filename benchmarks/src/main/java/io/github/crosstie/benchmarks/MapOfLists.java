package io.github.crosstie.benchmarks;

import io.github.crosstie.assignment.Roster;
import io.github.crosstie.directory.Environment;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.User;
import io.github.crosstie.directory.Users;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a user would write to find the mailboxes that clash: a map from the normalized address to whoever claims it. The
 * addresses may be normalized beforehand, and then are kept by slot beside the records they were read from.
 */
final class MapOfLists {

    private static final String COPY = ".invalid";

    private record Claim(OrganizationId organization, User user, boolean syncing) {}

    /** Addresses in normal form. */
    record Addresses(List<Roster> rosters, List<String[]> normal) {

        static Addresses of(List<Roster> rosters) {
            List<String[]> normal = new ArrayList<>();
            for (Roster roster : rosters) {
                Users users = roster.directory().users();
                String[] column = new String[users.size()];
                for (int slot = 0; slot < column.length; slot++) {
                    column[slot] = normalized(users.at(slot));
                }
                normal.add(column);
            }
            return new Addresses(rosters, normal);
        }

        @SuppressWarnings("ReferenceEquality") // the very same record, the quickest proof that nothing changed
        String at(int organization, int slot, User user) {
            User before = rosters.get(organization).directory().users().at(slot);
            return before == user ? normal.get(organization)[slot] : normalized(user);
        }
    }

    private MapOfLists() {}

    /** The mailboxes that several organizations claim, or several users of one sync with. */
    static Set<String> clashes(List<Roster> rosters, @Nullable Addresses known) {
        Map<String, List<Claim>> claims = new HashMap<>();
        for (int at = 0; at < rosters.size(); at++) {
            Roster roster = rosters.get(at);
            OrganizationId organization = roster.directory().organization().id();
            boolean sandbox = roster.directory().organization().environment() == Environment.SANDBOX;
            Users users = roster.directory().users();
            for (int slot = 0; slot < users.size(); slot++) {
                boolean syncs = roster.syncs(slot);
                if (!syncs && !(roster.dormant(slot) && users.active(slot))) {
                    continue;
                }
                User user = users.at(slot);
                String address = known == null ? normalized(user) : known.at(at, slot, user);
                if (address.isEmpty()) {
                    continue;
                }
                boolean copy = sandbox && address.endsWith(COPY);
                String mailbox = copy ? address.substring(0, address.length() - COPY.length()) : address;
                claims.computeIfAbsent(mailbox, none -> new ArrayList<>(1))
                        .add(new Claim(organization, user, syncs && !copy));
            }
        }
        Set<String> clashes = new TreeSet<>();
        claims.forEach((mailbox, sharers) -> {
            if (sharers.size() > 1 && clash(sharers)) {
                clashes.add(mailbox);
            }
        });
        return clashes;
    }

    private static String normalized(User user) {
        return user.emailAddress().orElse("").strip().toLowerCase(Locale.ROOT);
    }

    private static boolean clash(List<Claim> sharers) {
        return sharers.stream().map(Claim::organization).distinct().count() > 1
                || sharers.stream().filter(Claim::syncing).count() > 1;
    }
}
