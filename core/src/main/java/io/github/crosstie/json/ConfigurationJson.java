package io.github.crosstie.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.configuration.ConfigurationSet;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.Organization;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.fault.InvalidInputException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Configurations as JSON documents.
 *
 * <pre>{@code
 * String document = ConfigurationJson.write(configurations);
 * ConfigurationSet same = ConfigurationJson.read("configurations.json", document);
 * }</pre>
 *
 * <p>A document has this form:
 *
 * <pre>{@code
 * {
 *   "organization": "00D000000000001AAA",
 *   "assignmentOrder": ["user", "profile", "group", "role", "roleAndSubordinates"],
 *   "configurations": [{
 *     "id": "sales",
 *     "name": "Sales", "active": true, "modifiedAt": "2026-01-31T12:00:00Z",
 *     "assignments": [
 *       {"user": "anna@example.com", "assignedAt": "2026-01-31T12:00:00Z"}, {"profile": "Sales"},
 *       {"group": "Sales_EMEA"}, {"role": "Sales"}, {"roleAndSubordinates": "EMEA", "internalOnly": true}],
 *     "contacts": {"direction": "both", "conflicts": "crmWins", "filters": [], "folder": "Salesforce_Sync"},
 *     "events": {"direction": "crmToMail", "window": {"daysBack": 30, "daysAhead": 365}, "privateEvents": "timeOnly"},
 *     "deletionGuard": {"maximum": 25, "shareFrom": 5, "share": 0.1, "window": "PT24H"},
 *     "quarantine": {"firstDelay": "PT10M", "maximumDelay": "PT24H"}
 *   }],
 *   "businessUnits": [{
 *     "id": "emea", "marketingUsers": [{"group": "Marketing"}], "salesUsers": [{"role": "Sales"}],
 *     "mapping": {"System Administrator": "Administrator"}, "bothSets": "salesWins"
 *   }]
 * }
 * }</pre>
 *
 * <p>Only {@code organization} and the ids must be there; whatever else is absent has its documented default, and
 * {@link #write} says everything. Constants are written as {@link io.github.crosstie.configuration.Spelling} has them,
 * durations and instants as in ISO 8601. A document for several organizations has one key, {@code organizations}, an object
 * whose keys are ids or names of organizations and whose values are objects as above.
 *
 * <p>Reading refuses what it does not understand, with an {@link InvalidInputException} that names the document, the path and
 * the remedy: unknown settings, values of the wrong type or out of range, settings that contradict each other, duplicate keys
 * and ids, targets that cannot be found. Nothing is taken over then. Stateless and thread-safe.
 */
public final class ConfigurationJson {

    private static final String ORGANIZATIONS = "organizations";

    private ConfigurationJson() {}

    /**
     * Writes a set with all its settings, targets as ids. Equal sets give equal texts: configurations and business units are
     * ordered by id, settings in a fixed order; assignments, field mappings and filters stay in the order of the set.
     *
     * @param set the set
     * @return the document: indented by two spaces, lines ended by a line feed
     */
    public static String write(ConfigurationSet set) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put(SetJson.ORGANIZATION, set.organization().value());
        SetJson.write(set, root);
        return JsonText.print(root);
    }

    /**
     * Writes the sets of several organizations as one document, ordered by id.
     *
     * @param sets one set an organization
     * @return the document
     * @throws IllegalArgumentException if two sets are of one organization
     */
    public static String writeAll(Collection<ConfigurationSet> sets) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ObjectNode organizations = root.putObject(ORGANIZATIONS);
        sets.stream()
                .sorted(Comparator.comparing(ConfigurationSet::organization))
                .forEach(set -> {
                    String id = set.organization().value();
                    if (organizations.has(id)) {
                        throw new IllegalArgumentException(
                                "organization " + id + " has two sets; merge them before they are written");
                    }
                    SetJson.write(set, organizations.putObject(id));
                });
        return JsonText.print(root);
    }

    /**
     * Reads the document of one organization whose targets are ids.
     *
     * @param source what to call the document in messages, such as a file's name
     * @param json the document
     * @return the set
     * @throws InvalidInputException if the document cannot be used
     */
    public static ConfigurationSet read(String source, String json) {
        JsonPlace root = JsonText.parse(Objects.requireNonNull(source, "source"), json);
        OrganizationId organization = new OrganizationId(
                SetJson.section(root).require(SetJson.ORGANIZATION).name());
        return SetJson.read(root, organization, Targets.ids());
    }

    /**
     * Reads the document of a directory's organization. Targets are ids or names for programs: usernames, names of profiles,
     * developer names of groups and roles; each must be in the directory. The creator of a business unit may be gone.
     * {@code organization} may be absent; otherwise it is the id or the name of the directory's own.
     *
     * @param source what to call the document in messages, such as a file's name
     * @param json the document
     * @param directory whose users, profiles, groups and roles are meant
     * @return the set, its targets as ids
     * @throws InvalidInputException if the document cannot be used
     */
    public static ConfigurationSet read(String source, String json, Directory directory) {
        return read(JsonText.parse(Objects.requireNonNull(source, "source"), json), directory);
    }

    /**
     * Reads the document of several organizations. An organization that the document does not name has no set in the result.
     *
     * @param source what to call the document in messages, such as a file's name
     * @param json the document
     * @param directories the directories of the organizations, and maybe of others
     * @return the sets, ordered by the id of the organization
     * @throws InvalidInputException if the document cannot be used, or names an organization without a directory
     */
    public static List<ConfigurationSet> readAll(String source, String json, Collection<Directory> directories) {
        JsonPlace root = JsonText.parse(Objects.requireNonNull(source, "source"), json);
        JsonPlace organizations = root.section(ORGANIZATIONS).require(ORGANIZATIONS);
        ObjectNode named = organizations.object();
        Set<OrganizationId> seen = new HashSet<>();
        List<ConfigurationSet> sets = new ArrayList<>();
        for (Iterator<String> names = named.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            JsonPlace place = organizations.child(name, named.path(name));
            Directory directory = directoryOf(organizations.nameOf(name), directories);
            if (!seen.add(directory.organization().id())) {
                throw place.fault(
                        "organization " + directory.organization().id() + " is in the document twice; merge the two");
            }
            sets.add(read(place, directory));
        }
        sets.sort(Comparator.comparing(ConfigurationSet::organization));
        return List.copyOf(sets);
    }

    private static ConfigurationSet read(JsonPlace place, Directory directory) {
        Organization own = directory.organization();
        SetJson.section(place).find(SetJson.ORGANIZATION).ifPresent(at -> {
            if (!isNamed(directory, at.name())) {
                throw at.fault("the document is for organization '" + JsonPlace.shortened(at.name())
                        + "', the directory is that of " + own.name() + " (" + own.id()
                        + "); take the other document or the other directory");
            }
        });
        return SetJson.read(place, own.id(), Targets.of(directory));
    }

    private static Directory directoryOf(JsonPlace name, Collection<Directory> directories) {
        List<Directory> fitting =
                directories.stream().filter(each -> isNamed(each, name.text())).toList();
        if (fitting.size() != 1) {
            String known = directories.stream()
                    .map(each -> each.organization().name() + " ("
                            + each.organization().id() + ")")
                    .sorted()
                    .collect(Collectors.joining(", "));
            throw name.fault((fitting.isEmpty() ? "no directory is" : "several directories are")
                    + " of an organization with this id or name; there are directories of " + known);
        }
        return fitting.get(0);
    }

    private static boolean isNamed(Directory directory, String idOrName) {
        Organization own = directory.organization();
        return own.id().value().equals(directory.idForm().canonical(idOrName))
                || own.name().equals(idOrName);
    }
}
