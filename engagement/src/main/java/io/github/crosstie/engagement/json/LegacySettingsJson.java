package io.github.crosstie.engagement.json;

import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.configuration.EngagementRole;
import io.github.crosstie.configuration.ProfileRoleMapping;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.Profile;
import io.github.crosstie.directory.ProfileId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.engagement.legacy.LegacySettings;
import java.util.Map;
import java.util.TreeMap;

/**
 * Legacy settings as people write them down from the settings page; the product has no interface to read them by.
 *
 * <pre>{@code
 * {
 *   "unit": "0Uv…", "name": "Campaigns", "creator": "005…",
 *   "mapping": {"System Administrator": "Administrator", "00e…": "Marketing"},
 *   "profilesAssign": true, "roleRule": "onCreation", "matching": "link"
 * }
 * }</pre>
 *
 * <p>Stateless and thread-safe.
 */
public final class LegacySettingsJson {

    private LegacySettingsJson() {}

    /**
     * Reads settings.
     *
     * @param source what to call the document in messages, such as a file's name
     * @param json the document; profiles by id or by name
     * @param directory the CRM's profiles
     * @return the settings
     * @throws io.github.crosstie.fault.InvalidInputException if the document cannot be used
     */
    public static LegacySettings read(String source, String json, Directory directory) {
        Place root = Document.parse(source, json)
                .only("unit", "name", "creator", "mapping", "profilesAssign", "roleRule", "matching");
        Place unit = root.get("unit");
        BusinessUnitId id = unit.build(() -> new BusinessUnitId(unit.text()));
        return new LegacySettings(
                id,
                root.find("name").map(Place::text).orElse(id.value()),
                root.find("creator")
                        .map(creator -> creator.build(
                                () -> new UserId(directory.idForm().canonical(creator.text()))))
                        .orElse(null),
                mapping(root.get("mapping"), directory),
                root.get("profilesAssign").bool(),
                root.get("roleRule").constant(LegacySettings.RoleRule.class),
                root.get("matching").constant(LegacySettings.Matching.class));
    }

    private static ProfileRoleMapping mapping(Place place, Directory directory) {
        Map<ProfileId, EngagementRole> roles = new TreeMap<>();
        for (String name : place.names()) {
            Place role = place.get(name);
            ProfileId profile = role.build(() -> profile(name, directory));
            if (roles.put(profile, role.build(() -> new EngagementRole(role.text()))) != null) {
                throw role.fault("profile " + profile + " has a role already; a profile has one role, drop one entry");
            }
        }
        return new ProfileRoleMapping(roles);
    }

    /** By name where exactly one profile has it, else as an id. */
    private static ProfileId profile(String text, Directory directory) {
        ProfileId id = new ProfileId(directory.idForm().canonical(text));
        if (directory.profiles().find(id).isPresent()) {
            return id;
        }
        return directory.profiles().all().stream()
                .filter(profile -> profile.name().equals(text))
                .map(Profile::id)
                .findFirst()
                .orElse(id);
    }
}
