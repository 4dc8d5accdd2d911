package io.github.crosstie.salesforce;

import static io.github.crosstie.salesforce.Export.group;
import static io.github.crosstie.salesforce.Export.id;
import static io.github.crosstie.salesforce.Export.member;
import static io.github.crosstie.salesforce.Export.page;
import static io.github.crosstie.salesforce.Export.record;
import static io.github.crosstie.salesforce.Export.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.DirectoryProblem;
import io.github.crosstie.directory.Environment;
import io.github.crosstie.directory.Group;
import io.github.crosstie.directory.GroupClosure;
import io.github.crosstie.directory.GroupId;
import io.github.crosstie.directory.Member.Unreadable.Reason;
import io.github.crosstie.directory.Organization;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.ProfileId;
import io.github.crosstie.directory.RoleId;
import io.github.crosstie.directory.User;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.fault.InvalidInputException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SalesforceDirectoryReaderTest {

    private static Path acme() {
        try {
            return Path.of(Objects.requireNonNull(SalesforceDirectoryReaderTest.class.getResource("/acme/User.json"))
                            .toURI())
                    .resolveSibling("");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<UserId> users(int... numbers) {
        return Arrays.stream(numbers)
                .mapToObj(number -> new UserId(id("005", number)))
                .collect(Collectors.toSet());
    }

    private static GroupId groupId(int number) {
        return new GroupId(id("00G", number));
    }

    @Test
    void readsAFolder() {
        Directory directory = SalesforceDirectoryReader.fromFolder(acme()).read();

        assertThat(directory.organization())
                .isEqualTo(new Organization(new OrganizationId(id("00D", 1)), "Acme", Environment.PRODUCTION));
        assertThat(directory.complete()).isTrue();
        assertThat(directory.users().size()).isEqualTo(4);
        assertThat(directory.profiles().all()).hasSize(1);
        assertThat(directory.groups().all())
                .containsExactly(
                        new Group(groupId(1), "Everybody", "Everybody"),
                        new Group(groupId(2), "Sales_Team", "Sales Team"));
        assertThat(directory.problems()).isEmpty();
    }

    @Test
    void readsEveryFieldOfAUser() {
        Directory directory = SalesforceDirectoryReader.fromFolder(acme()).read();

        assertThat(directory.users().find(new UserId(id("005", 2))))
                .contains(User.builder(new UserId(id("005", 2)), "bert@acme.example", new ProfileId(id("00e", 1)))
                        .emailAddress("bert@acme.example")
                        .name(null, "Bert")
                        .role(new RoleId(id("00E", 2)))
                        .timeZone("Europe/Berlin")
                        .build());
    }

    @Test
    @DisplayName("A9: inactive users are read")
    void readsInactiveUsers() {
        Directory directory = SalesforceDirectoryReader.fromFolder(acme()).read();

        assertThat(directory.users().find(new UserId(id("005", 4))).map(User::active))
                .contains(false);
    }

    @Test
    @DisplayName("A10, A11: groups of a role stand for the role, with or without subordinates, internal or all")
    void expandsGroupsOfRoles() {
        Directory directory = SalesforceDirectoryReader.fromFolder(acme()).read();

        assertThat(directory.closure(groupId(1))).isEqualTo(new GroupClosure(users(1, 2, 3, 4), true));
        assertThat(directory.closure(groupId(2))).isEqualTo(new GroupClosure(users(2, 4), true));
    }

    @Test
    @DisplayName("A10: a role with a portal type is left out of internal subtrees")
    void marksPortalRoles() {
        Directory directory = SalesforceDirectoryReader.fromFolder(acme()).read();

        assertThat(directory.usersInRoleAndSubordinates(new RoleId(id("00E", 1)), true))
                .isEqualTo(users(1, 2));
        assertThat(directory.usersInRoleAndSubordinates(new RoleId(id("00E", 1)), false))
                .isEqualTo(users(1, 2, 3));
    }

    @Test
    @DisplayName("A14: ids of 15 characters in rows and in questions mean the records of 18")
    void widensIdsEverywhere() {
        Directory directory = SalesforceDirectoryReader.fromFolder(acme()).read();

        assertThat(directory.names().user(id("005", 1).substring(0, 15))).contains(new UserId(id("005", 1)));
        assertThat(directory.names().role(id("00E", 1).substring(0, 15))).contains(new RoleId(id("00E", 1)));
        assertThat(directory.names().profile(id("00E", 1).substring(0, 15))).isEmpty();
        assertThat(directory.names().group("Sales_Team")).contains(groupId(2));
    }

    @Test
    void takesTheFoldersNameWithoutAnOrganization(@TempDir Path folder) throws Exception {
        Path export = Files.createDirectory(folder.resolve("my-org"));
        for (String file : new String[] {"Profile", "UserRole", "User", "User-2", "Group", "GroupMember"}) {
            Files.copy(acme().resolve(file + ".json"), export.resolve(file + ".json"));
        }

        assertThat(SalesforceDirectoryReader.fromFolder(export).read().organization())
                .isEqualTo(new Organization(new OrganizationId("my-org"), "my-org", Environment.PRODUCTION));
        assertThat(SalesforceDirectoryReader.fromFolder(export)
                        .asSandbox()
                        .read()
                        .organization()
                        .environment())
                .isEqualTo(Environment.SANDBOX);
    }

    @Test
    void takesTheSandboxFlagFromTheRecord() {
        Export export =
                new Export().with("Organization", record("Id", id("00D", 2), "Name", "Copy", "IsSandbox", true));

        assertThat(export.read().organization())
                .isEqualTo(new Organization(new OrganizationId(id("00D", 2)), "Copy", Environment.SANDBOX));
    }

    @Test
    void marksAnOrganizationAsASandbox() {
        assertThat(SalesforceDirectoryReader.fromFolder(acme())
                        .asSandbox()
                        .read()
                        .organization()
                        .environment())
                .isEqualTo(Environment.SANDBOX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Queue", "CollaborationGroup", "Organization", "Manager", "Territory", "SomethingNew"})
    @DisplayName("A12: memberships of unsupported groups are ignored, and such a group as a member makes unknown")
    void readsUnsupportedGroups(String type) {
        Directory directory = new Export()
                .with("User", user(1))
                .with("Group", group(1, "Regular"), group(2, type), group(3, "Regular"))
                .with(
                        "GroupMember",
                        member(1, 1, id("00G", 2)),
                        member(2, 2, id("005", 1)),
                        member(3, 2, id("005", 9)),
                        member(4, 3, id("005", 1)))
                .read();

        assertThat(directory.groups().find(groupId(2))).isEmpty();
        assertThat(directory.closure(groupId(1))).isEqualTo(new GroupClosure(Set.of(), false));
        assertThat(directory.closure(groupId(3))).isEqualTo(new GroupClosure(users(1), true));
        assertThat(directory.problems())
                .containsExactly(new DirectoryProblem.UnreadableMember(
                        new Group(groupId(1), "g1", "g"), id("00G", 2), Reason.UNSUPPORTED_GROUP_TYPE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"005", "00G", "0TM"})
    @DisplayName("A12: a member that was not listed dangles")
    void keepsDanglingMembers(String prefix) {
        Directory directory = new Export()
                .with("Group", group(1, "Regular"))
                .with("GroupMember", member(1, 1, id(prefix, 7)))
                .read();

        assertThat(directory.closure(groupId(1)).known()).isFalse();
        assertThat(directory.problems())
                .containsExactly(new DirectoryProblem.UnreadableMember(
                        new Group(groupId(1), "g1", "g"), id(prefix, 7), Reason.DANGLING));
    }

    @Test
    @DisplayName("A11: self-membership and duplicate rows are harmless")
    void readsOddRows() {
        Directory directory = new Export()
                .with("User", user(1))
                .with("Group", group(1, "Regular"))
                .with("GroupMember", member(1, 1, id("005", 1)), member(2, 1, id("005", 1)), member(3, 1, id("00G", 1)))
                .read();

        assertThat(directory.closure(groupId(1))).isEqualTo(new GroupClosure(users(1), true));
        assertThat(directory.problems()).hasSize(2);
    }

    @Test
    @DisplayName("A13: a cycle of roles is refused by the names in it")
    void refusesACycleOfRoles() {
        Export export = new Export()
                .with(
                        "UserRole",
                        record("Id", id("00E", 1), "DeveloperName", "A", "Name", "A", "ParentRoleId", id("00E", 2)),
                        record("Id", id("00E", 2), "DeveloperName", "B", "Name", "B", "ParentRoleId", id("00E", 1)));

        assertThatThrownBy(export::read)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("A (" + id("00E", 1))
                .hasMessageContaining("B (" + id("00E", 2));
    }

    @Test
    void readsSeveralPagesInOneDocumentOrMany() {
        String first = page(3, false, user(1));
        String second = page(3, false, user(2));
        String third = page(3, true, user(3));

        assertThat(new Export()
                        .withDocuments("User", first, second, third)
                        .read()
                        .users()
                        .size())
                .isEqualTo(3);
        assertThat(new Export()
                        .withDocuments("User", "[" + first + "," + second + "]", third)
                        .read()
                        .users()
                        .size())
                .isEqualTo(3);
    }

    @Test
    void readsManyRecords() {
        String[] records = IntStream.range(0, 5_000).mapToObj(Export::user).toArray(String[]::new);

        assertThat(new Export().with("User", records).read().users().size()).isEqualTo(5_000);
    }

    @Test
    void readsTheSameAgain() {
        SalesforceDirectoryReader reader = SalesforceDirectoryReader.fromFolder(acme());

        assertThat(reader.read().users().all()).isEqualTo(reader.read().users().all());
    }
}
