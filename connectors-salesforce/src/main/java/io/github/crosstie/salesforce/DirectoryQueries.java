package io.github.crosstie.salesforce;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What is asked of an organization to know who is there: flat queries over all records, never one for each user or group. */
final class DirectoryQueries {

    /** In the order in which they are put into a directory. */
    static final List<String> OBJECTS = List.of("Profile", "UserRole", "User", "Group", "GroupMember");

    private static final Map<String, String> FIELDS = Map.of(
            "Organization", "Id,Name,IsSandbox",
            "Profile", "Id,Name",
            "UserRole", "Id,DeveloperName,Name,ParentRoleId,PortalType",
            "User", "Id,Username,Email,FirstName,LastName,Title,Phone,TimeZoneSidKey,IsActive,ProfileId,UserRoleId",
            "Group", "Id,DeveloperName,Name,Type,RelatedId",
            "GroupMember", "Id,GroupId,UserOrGroupId");

    private DirectoryQueries() {}

    /** All records of an object. */
    static String all(String object) {
        return "SELECT " + FIELDS.get(object) + " FROM " + object;
    }

    /** The records that were created or changed since a moment, that moment included. */
    static String since(String object, Instant moment) {
        return all(object) + " WHERE SystemModstamp >= " + moment;
    }
}
