package io.github.crosstie.engagement.legacy;

import io.github.crosstie.configuration.BothSetsPolicy;
import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.ProfileId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Legacy settings as a business unit of today: the role always follows the mapping, profiles assign nobody, and a
 * matching e-mail address or CRM username always skips. The sets are empty; the notes say whom to put into them.
 *
 * @param unit the business unit
 * @param notes what will be otherwise
 */
public record LegacyImport(BusinessUnit unit, List<LegacyNote> notes) {

    /** Copies the notes. */
    public LegacyImport {
        Objects.requireNonNull(unit, "unit");
        notes = List.copyOf(notes);
    }

    /**
     * Reads settings as ours.
     *
     * @param settings the legacy settings
     * @param directory the CRM's users, to tell how many people each difference touches
     * @return the business unit, and what will be otherwise
     */
    public static LegacyImport of(LegacySettings settings, Directory directory) {
        BusinessUnit unit = new BusinessUnit(
                settings.unit(),
                settings.name(),
                settings.creator(),
                List.of(),
                List.of(),
                settings.mapping(),
                BothSetsPolicy.SALES_WINS);
        return new LegacyImport(unit, notes(settings, directory));
    }

    private static List<LegacyNote> notes(LegacySettings settings, Directory directory) {
        List<LegacyNote> notes = new ArrayList<>();
        Set<ProfileId> profiles = settings.mapping().roles().keySet();
        if (settings.profilesAssign()) {
            notes.add(new LegacyNote(
                    LegacyNote.Setting.PROFILES_ASSIGN,
                    activeWith(profiles, directory),
                    "everybody with a mapped profile was synced; now profiles assign nobody: put these users into a"
                            + " set by group, role or one by one, or they are recycled"));
        }
        if (settings.roleRule() == LegacySettings.RoleRule.ON_CREATION) {
            notes.add(new LegacyNote(
                    LegacyNote.Setting.ROLE_ON_CREATION,
                    0,
                    "roles could be edited in the unit; now they always follow the mapping: look at the changes of"
                            + " role in the preview, and map profiles accordingly"));
        }
        if (settings.matching() == LegacySettings.Matching.LINK) {
            notes.add(new LegacyNote(
                    LegacyNote.Setting.LINK_MATCHING,
                    0,
                    "users with the same e-mail address or CRM username were linked; now they are skipped: link those"
                            + " that the preview leaves alone by hand"));
        }
        profiles.stream()
                .filter(profile -> directory.profiles().find(profile).isEmpty())
                .forEach(profile -> notes.add(new LegacyNote(
                        LegacyNote.Setting.UNKNOWN_PROFILE,
                        activeWith(Set.of(profile), directory),
                        "profile " + profile + " of the mapping is not in the directory; drop it, or correct its id")));
        return notes;
    }

    private static int activeWith(Set<ProfileId> profiles, Directory directory) {
        return (int) directory.users().all().stream()
                .filter(user -> user.active() && profiles.contains(user.profile()))
                .count();
    }
}
