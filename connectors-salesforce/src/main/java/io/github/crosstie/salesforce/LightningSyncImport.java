package io.github.crosstie.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.ConfigurationSet;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.Organization;
import io.github.crosstie.fault.InvalidInputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads Lightning Sync configurations as ours and reports what became of each setting (S24).
 *
 * <p>Salesforce exports these configurations nowhere, so an admin or a script writes down what the setup page of each
 * configuration shows, in the page's own words:
 *
 * <pre>{@code
 * {
 *   "organization": "00D...",                        id or name; optional
 *   "configurations": [{
 *     "name": "EMEA Sales",                          also the id, unless "id" is there
 *     "active": true,                                inactive if not said
 *     "lastModified": "2026-03-01T10:00:00Z",        ISO 8601, or as the API writes it
 *     "users": ["anna@example.com", "005..."],       usernames or ids
 *     "profiles": ["Sales User", "00e..."],          names or ids
 *     "contacts": {
 *       "syncDirection": "Sync both ways",           Don't sync | Exchange to Salesforce | Salesforce to Exchange | Sync both ways
 *       "conflictBehavior": "Salesforce always wins",   ... | Exchange always wins | Most recent record wins
 *       "matchingBehavior": "Most recent activity",     ... | Last updated | Oldest
 *       "deleteBehavior": "Delete",                  Delete | Don't delete, or true | false
 *       "filters": {
 *         "recordOwnership": "User's Records",       ... | All Contacts
 *         "syncContactsUsersFollowInChatter": false,
 *         "criteria": [{"field": "Department", "operator": "equals", "value": "Sales,Marketing"}]
 *       },                                           equals | not equal to | starts with | contains
 *       "fieldMappings": [{"salesforceField": "Title", "exchangeField": "JobTitle"}]
 *     },
 *     "events": {                                    as contacts, and:
 *       "specifyWhichExchangeEventsSyncToSalesforce": "All events",   ... | Events users select
 *       "automaticallyRelateEventsToSalesforceRecords": false,
 *       "recurringEvents": true,
 *       "privateEvents": "Don't sync"                ... | Sync | Time only, or true | false
 *     }
 *   }]
 * }
 * }</pre>
 *
 * <p>Keys and choices are compared by their letters and digits alone, so {@code "Sync Direction"} does as well. Whatever is
 * not understood, or has no counterpart here, is reported and never silently dropped. What would let more records flow than
 * the page does leaves the direction off: a filter without counterpart, or events that users pick. A document that is not of
 * this form at all is refused. Stateless and thread-safe.
 */
public final class LightningSyncImport {

    private final String source;
    private final Directory directory;
    private final List<ImportedSetting> report = new ArrayList<>();
    private final Map<ConfigurationId, SyncConfiguration> configurations = new LinkedHashMap<>();

    private LightningSyncImport(String source, Directory directory) {
        this.source = source;
        this.directory = directory;
    }

    /**
     * Reads a document.
     *
     * @param source what to call the document in messages, such as a file's name
     * @param json the document
     * @param directory whose users and profiles are meant
     * @return the configurations and what became of each setting
     * @throws InvalidInputException if the document is no JSON, is of another organization, or has no list
     *     {@code configurations} of objects with a name
     */
    public static LightningSyncReport read(String source, String json, Directory directory) {
        ObjectNode root = SetupDocument.parse(Objects.requireNonNull(source, "source"), json);
        LightningSyncImport run = new LightningSyncImport(source, directory);
        run.read(SetupSection.of("", root, run.report));
        ConfigurationSet set = ConfigurationSet.of(
                directory.organization().id(), run.configurations.values().toArray(SyncConfiguration[]::new));
        return new LightningSyncReport(set, run.report);
    }

    private void read(SetupSection root) {
        root.take("organization").ifPresent(this::checkOrganization);
        SetupValue list = root.take("configurations")
                .orElseThrow(() -> new InvalidInputException(source, "", "'configurations' is missing; write a list"));
        if (!list.node().isArray()) {
            throw new InvalidInputException(source, list.path(), "write a list of objects, one a configuration");
        }
        list.items().forEach(this::readConfiguration);
        root.reportRest();
    }

    private void checkOrganization(SetupValue value) {
        Organization own = directory.organization();
        boolean same = own.id().value().equals(directory.idForm().canonical(value.text()))
                || own.name().equals(value.text());
        if (!same) {
            throw new InvalidInputException(
                    source,
                    value.path(),
                    "the document is of another organization than the directory, which is of " + own.name() + " ("
                            + own.id() + ")");
        }
        value.takenOver();
    }

    private void readConfiguration(SetupValue value) {
        if (!(value.node() instanceof ObjectNode object)) {
            throw new InvalidInputException(source, value.path(), "write an object with the key 'name'");
        }
        SetupSection section = SetupSection.of(value.path(), object, report);
        Optional<SetupValue> name = section.take("name").filter(SetupAssignments::isNameOrReported);
        Optional<SetupValue> id =
                section.take("id").filter(SetupAssignments::isNameOrReported).or(() -> name);
        if (id.isEmpty()) {
            throw new InvalidInputException(source, value.path(), "'name' is missing; write the configuration's name");
        }
        SyncConfiguration.Builder builder = SyncConfiguration.builder(free(id.get()));
        name.ifPresent(each -> builder.name(each.text()));
        name.filter(each -> !each.equals(id.get())).ifPresent(SetupValue::takenOver);
        SetupGeneral.read(value, section, builder);
        builder.assignments(SetupAssignments.read(section, directory));
        SetupGeneral.readRecords(section, builder);
        section.reportRest();
        SyncConfiguration configuration = builder.build();
        configurations.put(configuration.id(), configuration);
    }

    private ConfigurationId free(SetupValue wanted) {
        ConfigurationId id = new ConfigurationId(wanted.text());
        for (int number = 2; configurations.containsKey(id); number++) {
            id = new ConfigurationId(wanted.text() + " (" + number + ")");
        }
        if (id.value().equals(wanted.text())) {
            wanted.takenOver();
        } else {
            wanted.differs("another configuration has that id, this one gets " + id);
        }
        return id;
    }
}
