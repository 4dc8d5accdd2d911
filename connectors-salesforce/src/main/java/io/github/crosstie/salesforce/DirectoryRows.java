package io.github.crosstie.salesforce;

import io.github.crosstie.directory.DirectoryBuilder;
import io.github.crosstie.directory.Group;
import io.github.crosstie.directory.GroupId;
import io.github.crosstie.directory.Member;
import io.github.crosstie.directory.Profile;
import io.github.crosstie.directory.ProfileId;
import io.github.crosstie.directory.Role;
import io.github.crosstie.directory.RoleId;
import io.github.crosstie.directory.User;
import io.github.crosstie.directory.UserId;
import java.util.Set;

/**
 * Puts Salesforce's records into a directory. Groups must come before group members, since a group's type decides what a
 * membership means: groups of a role stand for the role, memberships of queues and the like count for nothing, and a member
 * group of another type makes the closure unknown (A10 to A12).
 */
final class DirectoryRows {

    static final Set<String> PROFILE_FIELDS = Set.of("Id", "Name");
    static final Set<String> ROLE_FIELDS = Set.of("Id", "DeveloperName", "Name", "ParentRoleId", "PortalType");
    static final Set<String> GROUP_FIELDS = Set.of("Id", "DeveloperName", "Name", "Type", "RelatedId");
    static final Set<String> MEMBER_FIELDS = Set.of("Id", "GroupId", "UserOrGroupId");
    static final Set<String> USER_FIELDS = Set.of(
            "Id",
            "Username",
            "Email",
            "FirstName",
            "LastName",
            "Title",
            "Phone",
            "TimeZoneSidKey",
            "IsActive",
            "ProfileId",
            "UserRoleId");

    private static final String USER = "005";
    private static final String PROFILE = "00e";
    private static final String ROLE = "00E";
    private static final String GROUP = "00G";

    private final DirectoryBuilder directory;
    private final KnownRows known;

    DirectoryRows(DirectoryBuilder directory) {
        this(directory, new KnownRows());
    }

    /** Rows that add to those of an earlier reading. */
    DirectoryRows(DirectoryBuilder directory, KnownRows known) {
        this.directory = directory;
        this.known = known;
    }

    /** Puts a record of one of the objects that a directory is made of. */
    void put(String object, QueryRecord record) {
        switch (object) {
            case "Profile" -> profile(record);
            case "UserRole" -> role(record);
            case "User" -> user(record);
            case "Group" -> group(record);
            case "GroupMember" -> member(record);
            default -> throw new IllegalArgumentException(object + " is no part of a directory");
        }
    }

    /** What is read of such a record. */
    static Set<String> fields(String object) {
        return switch (object) {
            case "Profile" -> PROFILE_FIELDS;
            case "UserRole" -> ROLE_FIELDS;
            case "User" -> USER_FIELDS;
            case "Group" -> GROUP_FIELDS;
            case "GroupMember" -> MEMBER_FIELDS;
            default -> throw new IllegalArgumentException(object + " is no part of a directory");
        };
    }

    void profile(QueryRecord record) {
        directory.put(new Profile(new ProfileId(record.id(PROFILE)), record.text("Name")));
    }

    void role(QueryRecord record) {
        String portalType = record.optionalText("PortalType");
        directory.put(new Role(
                new RoleId(record.id(ROLE)),
                record.text("DeveloperName"),
                record.text("Name"),
                record.nullableReference("ParentRoleId", ROLE).map(RoleId::new).orElse(null),
                portalType != null && !portalType.equals("None")));
    }

    void user(QueryRecord record) {
        directory.put(User.builder(
                        new UserId(record.id(USER)),
                        record.text("Username"),
                        new ProfileId(record.reference("ProfileId", PROFILE)))
                .active(record.flag("IsActive"))
                .role(record.nullableReference("UserRoleId", ROLE)
                        .map(RoleId::new)
                        .orElse(null))
                .emailAddress(record.nullableText("Email"))
                .name(record.optionalText("FirstName"), record.optionalText("LastName"))
                .title(record.optionalText("Title"))
                .phone(record.optionalText("Phone"))
                .timeZone(record.optionalText("TimeZoneSidKey"))
                .build());
    }

    void group(QueryRecord record) {
        String id = record.id(GROUP);
        Member member = switch (record.text("Type")) {
            case "Regular" -> new Member.OfGroup(new GroupId(id));
            case "Role" -> new Member.OfRole(relatedRole(record));
            case "RoleAndSubordinates" -> new Member.OfRoleAndSubordinates(relatedRole(record), false);
            case "RoleAndSubordinatesInternal" -> new Member.OfRoleAndSubordinates(relatedRole(record), true);
            default -> new Member.Unreadable(id, Member.Unreadable.Reason.UNSUPPORTED_GROUP_TYPE);
        };
        known.group(id, member);
        if (member instanceof Member.OfGroup) {
            directory.put(new Group(new GroupId(id), record.text("DeveloperName"), record.text("Name")));
        }
    }

    private static RoleId relatedRole(QueryRecord record) {
        return new RoleId(record.reference("RelatedId", ROLE));
    }

    /** The builder ignores memberships of groups that were not put: queues and the like. */
    void member(QueryRecord record) {
        String id = record.reference("Id").value();
        GroupId group = new GroupId(record.reference("GroupId", GROUP));
        known.addMembership(id, group, asMember(record.reference("UserOrGroupId")), directory);
    }

    /** A member that nobody listed stays what its id says, and dangles until it is listed (A12). */
    private Member asMember(SalesforceId member) {
        String id = member.value();
        return switch (member.keyPrefix()) {
            case USER -> new Member.OfUser(new UserId(id));
            case GROUP -> known.asMember(id);
            default -> new Member.Unreadable(id, Member.Unreadable.Reason.DANGLING);
        };
    }
}
