package io.github.crosstie.directory;

import java.util.Optional;

/**
 * Finds records by what people write into documents: an id, or a name for programs. Ids come first and may be given in any
 * way that the directory's {@link IdForm} knows; names are compared exactly, as ids are (A14). The names of a kind of record
 * are indexed when the first name of that kind is asked for. Thread-safe.
 */
public final class DirectoryNames {

    private final IdForm idForm;
    private final Users users;
    private final Profiles profiles;
    private final Roles roles;
    private final Groups groups;
    private final NameIndex<UserId> usernames;
    private final NameIndex<ProfileId> profileNames;
    private final NameIndex<RoleId> roleNames;
    private final NameIndex<GroupId> groupNames;

    DirectoryNames(IdForm idForm, Users users, Profiles profiles, Roles roles, Groups groups) {
        this.idForm = idForm;
        this.users = users;
        this.profiles = profiles;
        this.roles = roles;
        this.groups = groups;
        usernames = new NameIndex<>(
                "users", "username", index -> users.all().forEach(user -> index.add(user.username(), user.id())));
        profileNames = new NameIndex<>(
                "profiles",
                "name",
                index -> profiles.all().forEach(profile -> index.add(profile.name(), profile.id())));
        roleNames = new NameIndex<>(
                "roles",
                "developer name",
                index -> roles.all().forEach(role -> index.add(role.developerName(), role.id())));
        groupNames = new NameIndex<>(
                "groups",
                "developer name",
                index -> groups.all().forEach(group -> index.add(group.developerName(), group.id())));
    }

    /**
     * Finds a user.
     *
     * @param idOrUsername the user's id or username
     * @return the id as the directory has it, or empty if no user has that id or username
     * @throws IllegalArgumentException if several users have that username; the message lists their ids
     */
    public Optional<UserId> user(String idOrUsername) {
        return id(idOrUsername)
                .map(UserId::new)
                .filter(id -> users.slot(id) >= 0)
                .or(() -> usernames.find(idOrUsername));
    }

    /**
     * Finds a profile.
     *
     * @param idOrName the profile's id or name
     * @return the id as the directory has it, or empty if no profile has that id or name
     * @throws IllegalArgumentException if several profiles have that name; the message lists their ids
     */
    public Optional<ProfileId> profile(String idOrName) {
        return id(idOrName)
                .map(ProfileId::new)
                .filter(id -> profiles.slot(id) >= 0)
                .or(() -> profileNames.find(idOrName));
    }

    /**
     * Finds a role.
     *
     * @param idOrDeveloperName the role's id or developer name
     * @return the id as the directory has it, or empty if no role has that id or developer name
     * @throws IllegalArgumentException if several roles have that developer name; the message lists their ids
     */
    public Optional<RoleId> role(String idOrDeveloperName) {
        return id(idOrDeveloperName)
                .map(RoleId::new)
                .filter(id -> roles.slot(id) >= 0)
                .or(() -> roleNames.find(idOrDeveloperName));
    }

    /**
     * Finds a public group.
     *
     * @param idOrDeveloperName the group's id or developer name
     * @return the id as the directory has it, or empty if no group has that id or developer name
     * @throws IllegalArgumentException if several groups have that developer name; the message lists their ids
     */
    public Optional<GroupId> group(String idOrDeveloperName) {
        return id(idOrDeveloperName)
                .map(GroupId::new)
                .filter(id -> groups.slot(id) >= 0)
                .or(() -> groupNames.find(idOrDeveloperName));
    }

    private Optional<String> id(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(idForm.canonical(text));
    }
}
