package io.github.crosstie.directory;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Short ways to write records down. */
final class Records {

    static final Organization ACME = new Organization(new OrganizationId("00D"), "Acme", Environment.PRODUCTION);
    static final ProfileId STANDARD = new ProfileId("00eStandard");

    private Records() {}

    static DirectoryBuilder acme() {
        return Directory.builder(ACME).put(new Profile(STANDARD, "Standard User"));
    }

    static User user(String id) {
        return User.builder(new UserId(id), id + "@acme.example", STANDARD).build();
    }

    static User user(String id, String role) {
        return user(id).toBuilder().role(new RoleId(role)).build();
    }

    static Role role(String id, @Nullable String parent) {
        return Role.internal(new RoleId(id), id, parent == null ? null : new RoleId(parent));
    }

    static Role portalRole(String id, String parent) {
        return new Role(new RoleId(id), id, id, new RoleId(parent), true);
    }

    static Group group(String id) {
        return new Group(new GroupId(id), id, "Group " + id);
    }

    static GroupId groupId(String id) {
        return new GroupId(id);
    }

    static Member userMember(String id) {
        return new Member.OfUser(new UserId(id));
    }

    static Member groupMember(String id) {
        return new Member.OfGroup(new GroupId(id));
    }

    static Member roleMember(String id) {
        return new Member.OfRole(new RoleId(id));
    }

    static Member subtreeMember(String id, boolean internalOnly) {
        return new Member.OfRoleAndSubordinates(new RoleId(id), internalOnly);
    }

    static Set<UserId> users(String... ids) {
        return Arrays.stream(ids).map(UserId::new).collect(Collectors.toSet());
    }

    static GroupClosure known(String... ids) {
        return new GroupClosure(users(ids), true);
    }

    static GroupClosure unknown(String... ids) {
        return new GroupClosure(users(ids), false);
    }
}
