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
import java.util.HashMap;
import java.util.Map;
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
    private final Map<String, Member> groupAsMember = new HashMap<>();

    DirectoryRows(DirectoryBuilder directory) {
        this.directory = directory;
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
        switch (record.text("Type")) {
            case "Regular" -> {
                groupAsMember.put(id, new Member.OfGroup(new GroupId(id)));
                directory.put(new Group(new GroupId(id), record.text("DeveloperName"), record.text("Name")));
            }
            case "Role" -> groupAsMember.put(id, new Member.OfRole(relatedRole(record)));
            case "RoleAndSubordinates" ->
                groupAsMember.put(id, new Member.OfRoleAndSubordinates(relatedRole(record), false));
            case "RoleAndSubordinatesInternal" ->
                groupAsMember.put(id, new Member.OfRoleAndSubordinates(relatedRole(record), true));
            default ->
                groupAsMember.put(id, new Member.Unreadable(id, Member.Unreadable.Reason.UNSUPPORTED_GROUP_TYPE));
        }
    }

    private static RoleId relatedRole(QueryRecord record) {
        return new RoleId(record.reference("RelatedId", ROLE));
    }

    /** The builder ignores memberships of groups that were not put: queues and the like. */
    void member(QueryRecord record) {
        record.reference("Id");
        String group = record.reference("GroupId", GROUP);
        SalesforceId member = record.reference("UserOrGroupId");
        directory.addMember(new GroupId(group), asMember(member));
    }

    /** A member that nobody listed stays what its id says, and dangles until it is listed (A12). */
    private Member asMember(SalesforceId member) {
        String id = member.value();
        return switch (member.keyPrefix()) {
            case USER -> new Member.OfUser(new UserId(id));
            case GROUP -> groupAsMember.getOrDefault(id, new Member.OfGroup(new GroupId(id)));
            default -> new Member.Unreadable(id, Member.Unreadable.Reason.DANGLING);
        };
    }
}
