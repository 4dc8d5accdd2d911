package io.github.crosstie.testkit.salesforce;

import io.github.crosstie.testkit.salesforce.internal.record.Database;
import io.github.crosstie.testkit.salesforce.internal.record.RecordWriter;
import io.github.crosstie.testkit.salesforce.internal.record.StoredRow;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The organization of a {@link LoopbackSalesforce}: its records in people's hands, its fields, rules and permissions. A new
 * one has its own record, two profiles and one user, whom the API's sessions belong to. Thread-safe.
 */
public final class SalesforceOrganization {

    private static final String ADMINISTRATOR = "System Administrator";

    private final Database database;
    private final RecordWriter writer;
    private final SalesforceAccess access;
    private volatile @Nullable String integrationUser;
    private volatile String lastFound = ""; // so that not every act of a person looks through all users

    SalesforceOrganization(Database database, RecordWriter writer) {
        this.database = database;
        this.writer = writer;
        access = new SalesforceAccess(database);
        records("Organization").as("").create(Map.of("Name", "Acme", "InstanceName", "LOOP1"));
        String profile = addProfile(ADMINISTRATOR);
        addProfile("Standard User");
        records("User")
                .as("")
                .create(Map.of(
                        "Username", "integration@acme.example",
                        "LastName", "Integration",
                        "Email", "integration@acme.example",
                        "ProfileId", profile,
                        "IsActive", true));
    }

    /**
     * Replaces all records by the query results of a folder: {@code User.json}, {@code User-2.json} and so on, each the body
     * of {@code GET …/query} or an array of such bodies. Records keep ids and stamps, and need not fit together; objects that
     * are not known here are left out. The session user is then the first active user with the profile System Administrator,
     * or the first active one.
     *
     * @param folder the folder
     * @throws java.io.UncheckedIOException if it cannot be read
     * @throws IllegalArgumentException if a record has a field that its object has not; declare it first
     */
    public void load(Path folder) {
        synchronized (database) {
            integrationUser = null;
            lastFound = "";
            new QueryResultsLoader(database, writer).load(folder);
        }
    }

    /**
     * The organization's own id.
     *
     * @return 18 characters; empty if its record was not loaded
     */
    public String id() {
        return records("Organization").all().stream()
                .findFirst()
                .map(SalesforceRecord::id)
                .orElse("");
    }

    /**
     * Makes it a sandbox, or production, which it is at first.
     *
     * @param sandbox which
     */
    public void sandbox(boolean sandbox) {
        records("Organization").edit(id(), "IsSandbox", sandbox);
    }

    /**
     * The user whom sessions belong to that name nobody else.
     *
     * @return the record
     * @throws IllegalStateException if no user is active
     */
    public SalesforceRecord integrationUser() {
        return records("User").get(integrationUserId());
    }

    /**
     * Chooses another one.
     *
     * @param userId the user's id
     */
    public void integrationUser(String userId) {
        integrationUser = Objects.requireNonNull(userId, "userId");
    }

    String integrationUserId() {
        String chosen = integrationUser;
        if (chosen != null) {
            return chosen;
        }
        synchronized (database) {
            StoredRow found = lastFound.isEmpty() ? null : database.find(lastFound);
            if (found == null || !found.flag("IsActive") || !administrates(found)) {
                lastFound = database.table("User").rows().stream()
                        .filter(user -> user.flag("IsActive"))
                        .min(Comparator.comparing(user -> !administrates(user)))
                        .map(StoredRow::id)
                        .orElseThrow(() -> new IllegalStateException("organization " + id()
                                + " has no active user whom a session could belong to; add one"));
            }
            return lastFound;
        }
    }

    private boolean administrates(StoredRow user) {
        String profileId = user.text("ProfileId");
        StoredRow profile = profileId == null ? null : database.find(profileId);
        return profile != null && ADMINISTRATOR.equals(profile.text("Name"));
    }

    /**
     * The records of an object.
     *
     * @param object its name, such as {@code GroupMember}
     * @return people's hands on them
     * @throws IllegalArgumentException if there is no such object
     */
    public SalesforceRecords records(String object) {
        synchronized (database) {
            return new SalesforceRecords(
                    database, writer, database.schema().object(object), this::integrationUserId, null);
        }
    }

    /**
     * The users.
     *
     * @return people's hands on them
     */
    public SalesforceRecords users() {
        return records("User");
    }

    /**
     * The roles.
     *
     * @return people's hands on them
     */
    public SalesforceRecords roles() {
        return records("UserRole");
    }

    /**
     * The groups.
     *
     * @return people's hands on them
     */
    public SalesforceRecords groups() {
        return records("Group");
    }

    /**
     * The memberships in groups.
     *
     * @return people's hands on them
     */
    public SalesforceRecords groupMembers() {
        return records("GroupMember");
    }

    /**
     * The contacts.
     *
     * @return people's hands on them
     */
    public SalesforceRecords contacts() {
        return records("Contact");
    }

    /**
     * The events. A series is its record, with {@code IsRecurrence2} or, of the classic kind, {@code IsRecurrence}, and a record for each
     * occurrence, which comes to be with it.
     *
     * @return people's hands on them
     */
    public SalesforceRecords events() {
        return records("Event");
    }

    /**
     * The invitees of events.
     *
     * @return people's hands on them
     */
    public SalesforceRecords eventRelations() {
        return records("EventRelation");
    }

    /**
     * Adds a profile.
     *
     * @param name its name
     * @return its id
     */
    public String addProfile(String name) {
        return records("Profile").as("").create(Map.of("Name", name, "UserType", "Standard"));
    }

    /**
     * Adds an active user with the profile Standard User, whose address is the username.
     *
     * @param username such as {@code ada@acme.example}
     * @param lastName the surname
     * @return the user's id
     */
    public String addUser(String username, String lastName) {
        return users().create(Map.of(
                "Username", username,
                "LastName", lastName,
                "Email", username,
                "ProfileId", profile("Standard User"),
                "IsActive", true));
    }

    /**
     * Adds a role at the top, or below another.
     *
     * @param name its name
     * @param parentId the role above; null for none
     * @return its id
     */
    public String addRole(String name, @Nullable String parentId) {
        Map<String, String> fields = named(name);
        if (parentId != null) {
            fields.put("ParentRoleId", parentId);
        }
        return roles().create(fields);
    }

    /**
     * Adds a public group without members.
     *
     * @param name its name
     * @return its id
     */
    public String addGroup(String name) {
        Map<String, String> fields = named(name);
        fields.put("Type", "Regular");
        return groups().create(fields);
    }

    /**
     * Adds the group that stands for a role where roles are members of groups.
     *
     * @param roleId the role
     * @param type {@code Role}, {@code RoleAndSubordinates} or {@code RoleAndSubordinatesInternal}
     * @return the group's id
     */
    public String addRoleGroup(String roleId, String type) {
        return groups().create(Map.of("Type", type, "RelatedId", roleId));
    }

    /**
     * Adds a member to a group.
     *
     * @param groupId the group
     * @param userOrGroupId the user, or the group: a public one or a role's
     * @return the membership's id
     */
    public String addMember(String groupId, String userOrGroupId) {
        return groupMembers().create(Map.of("GroupId", groupId, "UserOrGroupId", userOrGroupId));
    }

    /**
     * Adds a field to an object.
     *
     * @param object the object's name
     * @param field the field
     * @throws IllegalArgumentException if there is one of that name
     */
    public void declare(String object, SalesforceField field) {
        synchronized (database) {
            field.addTo(database.schema().object(object));
        }
    }

    /**
     * What an administrator demands of an object's records.
     *
     * @param object the object's name
     * @return the rules
     */
    public SalesforceRules rules(String object) {
        synchronized (database) {
            return new SalesforceRules(database, database.schema().object(object));
        }
    }

    /**
     * What the connected user may see and edit.
     *
     * @return the permissions
     */
    public SalesforceAccess access() {
        return access;
    }

    /** Forgets all deletions before their time, as the original does when its log is full. */
    public void forgetDeletions() {
        synchronized (database) {
            database.purgeDeletionLog();
        }
    }

    private String profile(String name) {
        return records("Profile").all().stream()
                .filter(profile -> name.equals(profile.text("Name")))
                .findFirst()
                .map(SalesforceRecord::id)
                .orElseGet(() -> addProfile(name));
    }

    private static Map<String, String> named(String name) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Name", name);
        fields.put("DeveloperName", name.replaceAll("[^A-Za-z0-9]+", "_"));
        return fields;
    }
}
