package io.github.crosstie.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.DirectorySource;
import io.github.crosstie.directory.Environment;
import io.github.crosstie.directory.GroupId;
import io.github.crosstie.directory.RoleId;
import io.github.crosstie.directory.User;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.CursorExpiredException;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.salesforce.internal.rest.KeptSession;
import io.github.crosstie.testkit.MutableClock;
import io.github.crosstie.testkit.salesforce.LoopbackSalesforce;
import io.github.crosstie.testkit.salesforce.SalesforceOrganization;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SalesforceDirectorySourceTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final MutableClock clock = MutableClock.create();
    private LoopbackSalesforce salesforce;
    private SalesforceOrganization organization;
    private String root;
    private String sales;
    private String ada;
    private String charles;
    private String group;

    @BeforeEach
    void start() {
        salesforce = LoopbackSalesforce.start(clock);
        organization = salesforce.organization();
        root = organization.addRole("Root", null);
        sales = organization.addRole("Sales", root);
        ada = organization.addUser("ada@acme.example", "Lovelace");
        charles = organization.addUser("charles@acme.example", "Babbage");
        organization.users().edit(ada, "UserRoleId", sales);
        group = organization.addGroup("Engines");
        organization.addMember(group, ada);
    }

    @AfterEach
    void stop() {
        salesforce.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {2_000, 3})
    @DisplayName("reads six queries to their end, whatever the size of a page")
    void readsEverything(int pageSize) {
        salesforce.queries().pageSize(pageSize);

        Directory directory = source().read();

        assertThat(directory.complete()).isTrue();
        assertThat(names(directory)).contains("ada@acme.example", "charles@acme.example");
        assertThat(directory.usersInRoleAndSubordinates(new RoleId(root), true)).containsExactly(new UserId(ada));
        assertThat(members(directory)).containsExactly(new UserId(ada));
    }

    @Test
    @DisplayName("A14: reads the same directory as from the files of an export")
    void readsTheSameAsFromFiles() throws Exception {
        Path acme = Path.of(getClass().getResource("/acme/User.json").toURI()).getParent();
        try (LoopbackSalesforce loaded = LoopbackSalesforce.start(clock)) {
            loaded.organization().load(acme);

            Directory overRest = SalesforceDirectorySource.builder(connection(loaded))
                    .build()
                    .read();
            Directory fromFiles = SalesforceDirectoryReader.fromFolder(acme).read();

            assertThat(overRest.users().all()).containsAll(fromFiles.users().all());
            assertThat(overRest.problems()).isEqualTo(fromFiles.problems());
        }
    }

    @Test
    @DisplayName("asks the second time for what has changed, and continues the directory before")
    void readsChangesOnly() {
        DirectorySource source = source();
        Directory first = source.read();
        clock.advance(Duration.ofHours(1));
        organization.users().edit(charles, "UserRoleId", root);

        Directory second = source.read();

        assertThat(second.continues(first)).isTrue();
        assertThat(second.usersInRole(new RoleId(root))).containsExactly(new UserId(charles));
        assertThat(second.complete()).isTrue();
    }

    @Test
    @DisplayName("A11: who joins and who leaves a group is seen, although neither user changed")
    void seesMemberships() {
        DirectorySource source = source();
        source.read();
        clock.advance(Duration.ofHours(1));
        String membership = organization.groupMembers().all().get(0).id();
        organization.groupMembers().delete(membership);
        organization.addMember(group, charles);
        clock.advance(Duration.ofMinutes(1));

        assertThat(members(source.read())).containsExactly(new UserId(charles));
    }

    @Test
    @DisplayName("who leaves a group and joins it again is a member, by whichever row")
    void seesRejoining() {
        DirectorySource source = source();
        source.read();
        clock.advance(Duration.ofHours(1));
        organization
                .groupMembers()
                .delete(organization.groupMembers().all().get(0).id());
        organization.addMember(group, ada);
        clock.advance(Duration.ofMinutes(1));

        assertThat(members(source.read())).containsExactly(new UserId(ada));
    }

    @Test
    @DisplayName("A10: a role that moves takes its users along, although none of them changed")
    void seesMovedRoles() {
        DirectorySource source = source();
        source.read();
        clock.advance(Duration.ofHours(1));
        organization.roles().edit(sales, "ParentRoleId", null);

        Directory moved = source.read();

        assertThat(moved.usersInRoleAndSubordinates(new RoleId(root), true)).isEmpty();
    }

    @Test
    @DisplayName("a deleted role or group is gone by the log of deletions")
    void seesDeletedRolesAndGroups() {
        DirectorySource source = source();
        source.read();
        clock.advance(Duration.ofHours(1));
        organization.groups().delete(group);
        clock.advance(Duration.ofMinutes(1));

        Directory later = source.read();

        assertThat(later.groups().find(new GroupId(group))).isEmpty();
        assertThat(later.complete()).isTrue();
    }

    @Test
    @DisplayName("G3: a user who is not shown any more is out of view, not gone: users cannot be deleted")
    void keepsUsersOutOfView() {
        DirectorySource source = source();
        source.read();
        organization.access().hideRecords("User", user -> user.id().equals(charles));
        clock.advance(Duration.ofDays(2));

        Directory later = source.read();

        assertThat(later.complete()).isFalse();
        assertThat(names(later)).contains("charles@acme.example");
    }

    @Test
    @DisplayName("G3: a membership that is not shown any more and was not deleted keeps its user in the group")
    void keepsMembershipsOutOfView() {
        DirectorySource source = source();
        source.read();
        organization.access().hideRecords("GroupMember", row -> true);
        clock.advance(Duration.ofDays(2));

        Directory later = source.read();

        assertThat(later.complete()).isFalse();
        assertThat(members(later)).containsExactly(new UserId(ada));
    }

    @Test
    @DisplayName("what comes into view again completes the directory again")
    void completesAgain() {
        DirectorySource source = source();
        source.read();
        organization.access().hideRecords("User", user -> user.id().equals(charles));
        clock.advance(Duration.ofDays(2));
        source.read();
        organization.access().allowAll();
        clock.advance(Duration.ofDays(2));

        assertThat(source.read().complete()).isTrue();
    }

    @Test
    @DisplayName("reads everything again from time to time, as the log of changes forgets")
    void reconciles() {
        DirectorySource source = source();
        source.read();
        clock.advance(Duration.ofHours(25));
        long before = salesforce.count("GET /query");

        source.read();

        assertThat(salesforce.count("GET /query") - before).isEqualTo(6);
    }

    @Test
    @DisplayName("reads everything where the log of deletions does not reach back")
    void readsEverythingWhereTheLogEnds() {
        DirectorySource source = source();
        source.read();
        clock.advance(Duration.ofHours(1));
        organization
                .groupMembers()
                .delete(organization.groupMembers().all().get(0).id());
        organization.forgetDeletions();
        clock.advance(Duration.ofHours(1));

        Directory later = source.read();

        assertThat(later.groups().find(new GroupId(group))).isPresent();
    }

    @Test
    @DisplayName("G3: a page that is cut short makes no directory, and the one before stays good")
    void refusesCutPages() {
        DirectorySource source = source();
        Directory first = source.read();
        clock.advance(Duration.ofHours(25));
        salesforce
                .faults()
                .next("/query")
                .answer(200, "application/json", "{\"totalSize\":5,\"done\":true,\"records\":[]}");

        assertThatThrownBy(source::read)
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("not whole");
        assertThat(source.read().users().size()).isEqualTo(first.users().size());
    }

    @Test
    @DisplayName("F5: a forgotten place in a query makes no directory, and the next reading does")
    void survivesExpiredCursors() {
        salesforce.queries().pageSize(1);
        DirectorySource source = source();
        salesforce
                .faults()
                .next(request -> request.path().contains("/query/"))
                .meanwhile(() -> salesforce.queries().expireCursors());

        assertThatThrownBy(source::read).isInstanceOf(CursorExpiredException.class);
        assertThat(source.read().complete()).isTrue();
    }

    @Test
    @DisplayName("A12: an object that the user may not read is no empty object")
    void refusesHiddenObjects() {
        organization.access().hideObject("GroupMember");

        assertThatThrownBy(() -> source().read())
                .isInstanceOf(ContractBrokenException.class)
                .hasMessageContaining("INVALID_TYPE");
    }

    @Test
    @DisplayName("a sandbox is one by its record, or because the host says so")
    void knowsSandboxes() {
        assertThat(source().read().organization().environment()).isEqualTo(Environment.PRODUCTION);
        assertThat(SalesforceDirectorySource.builder(connection(salesforce))
                        .asSandbox()
                        .build()
                        .read()
                        .organization()
                        .environment())
                .isEqualTo(Environment.SANDBOX);
    }

    @Test
    @DisplayName("a reading that fails half-way changes nothing of what the next one goes on from")
    void forgetsHalfReadings() {
        DirectorySource source = source();
        source.read();
        clock.advance(Duration.ofHours(1));
        organization
                .groupMembers()
                .delete(organization.groupMembers().all().get(0).id());
        clock.advance(Duration.ofMinutes(1));
        salesforce.faults().next("/sobjects/GroupMember/deleted").serviceUnavailable();
        assertThatThrownBy(source::read).isInstanceOf(UnavailableException.class);

        assertThat(members(source.read())).isEmpty();
    }

    @Test
    @DisplayName("tells how much of the day's requests is used")
    void tellsUsage() {
        SalesforceConnection connection = connection(salesforce);
        assertThat(connection.usedPercent()).isEmpty();
        salesforce.limits().daily(100).use(40);

        SalesforceDirectorySource.builder(connection).build().read();

        assertThat(connection.usedPercent().orElseThrow()).isBetween(40, 60);
    }

    private DirectorySource source() {
        return SalesforceDirectorySource.builder(connection(salesforce)).build();
    }

    private SalesforceConnection connection(LoopbackSalesforce to) {
        return SalesforceConnection.builder()
                .client(CLIENT)
                .tokens(new KeptSession(to))
                .clock(clock)
                .allowPlainHttp()
                .build();
    }

    private Set<UserId> members(Directory directory) {
        return Set.copyOf(directory.closure(new GroupId(group)).users());
    }

    private static List<String> names(Directory directory) {
        return directory.users().all().stream().map(User::username).toList();
    }
}
