package io.github.crosstie.report;

import io.github.crosstie.assignment.Roster;
import io.github.crosstie.assignment.UnresolvedTarget;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.Spelling;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.directory.Users;
import io.github.crosstie.item.ItemKind;
import java.util.Locale;
import java.util.Map;

/** A roster in a few lines: how many users sync by which configuration, and why the others do not. */
public final class RosterText {

    private RosterText() {}

    /**
     * Renders a roster.
     *
     * @param roster the roster
     * @return the text
     */
    public static String of(Roster roster) {
        Tally tally = new Tally(roster);
        StringBuilder text = new StringBuilder();
        line(
                text,
                "%s: %d of %d users sync",
                Plain.text(roster.directory().organization()),
                tally.syncing,
                tally.users);
        Map<ConfigurationId, Integer> counts = roster.counts();
        int width = roster.configurations().configurations().stream()
                .mapToInt(each -> Plain.text(each.name()).length())
                .max()
                .orElse(0);
        for (SyncConfiguration configuration : roster.configurations().configurations()) {
            line(
                    text,
                    "  %-" + Math.max(1, width) + "s %6d  contacts %s, events %s%s",
                    Plain.text(configuration.name()),
                    counts.getOrDefault(configuration.id(), 0),
                    Spelling.of(configuration.records(ItemKind.CONTACT).direction()),
                    Spelling.of(configuration.records(ItemKind.EVENT).direction()),
                    configuration.active() ? "" : "; inactive, still claims its users");
        }
        if (tally.syncing < tally.users) {
            line(
                    text,
                    "  not syncing: %d inactive users, %d claimed by inactive configurations only, %d not assigned",
                    tally.inactive,
                    tally.dormant,
                    tally.unassigned);
        }
        if (tally.uncertain > 0) {
            line(text, "  %d answers are uncertain: some membership cannot be read", tally.uncertain);
        }
        for (UnresolvedTarget target : roster.unresolvedTargets()) {
            line(text, "  ! %s", Plain.text(target.message()));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    /** Everybody, counted once. */
    private static final class Tally {

        private final int users;
        private int syncing;
        private int inactive;
        private int dormant;
        private int unassigned;
        private int uncertain;

        Tally(Roster roster) {
            Users everybody = roster.directory().users();
            users = everybody.size();
            for (int slot = 0; slot < users; slot++) {
                if (roster.syncs(slot)) {
                    syncing++;
                } else if (!everybody.at(slot).active()) {
                    inactive++;
                } else if (roster.dormant(slot)) {
                    dormant++;
                } else {
                    unassigned++;
                }
                uncertain += roster.certain(slot) ? 0 : 1;
            }
        }
    }
}
