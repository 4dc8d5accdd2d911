package io.github.crosstie.conflict;

import static io.github.crosstie.conflict.OrganizationFixture.groupOf;
import static io.github.crosstie.conflict.OrganizationFixture.production;
import static io.github.crosstie.conflict.OrganizationFixture.profileOf;
import static io.github.crosstie.conflict.OrganizationFixture.roleOf;
import static io.github.crosstie.conflict.OrganizationFixture.sandbox;
import static io.github.crosstie.conflict.OrganizationFixture.subtreeOf;
import static io.github.crosstie.conflict.OrganizationFixture.userOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.assignment.OrganizationSetup;
import io.github.crosstie.assignment.Roster;
import io.github.crosstie.configuration.BothSetsPolicy;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.EngagementRole;
import io.github.crosstie.configuration.EngagementSet;
import io.github.crosstie.directory.Member;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.RoleId;
import io.github.crosstie.directory.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ConflictKindsTest {

    private static final String ANNA = "anna@example.com";

    private static ConflictReport detect(OrganizationFixture... organizations) {
        return detect(ConflictDetector.create(), organizations);
    }

    private static ConflictReport detect(ConflictDetector detector, OrganizationFixture... organizations) {
        return detector.detect(
                Arrays.stream(organizations).map(OrganizationFixture::roster).toList());
    }

    private static Conflict only(ConflictReport report) {
        assertThat(report.conflicts()).hasSize(1);
        return report.conflicts().get(0);
    }

    /** Applies the default remedy and compares what everybody in the company syncs by. */
    private static Landscape settle(ConflictReport report, Conflict conflict) {
        Landscape after = report.landscape().apply(conflict.remedy());

        assertThat(conflict.remedy().preferred()).isPresent();
        assertThat(ConflictDetector.create().detect(after).conflicts(conflict.kind()))
                .isEmpty();
        assertThat(others(after, conflict)).isEqualTo(others(report.landscape(), conflict));
        return after;
    }

    private static List<String> others(Landscape landscape, Conflict conflict) {
        List<String> lines = new ArrayList<>();
        for (OrganizationSetup setup : landscape.setups()) {
            setup.roster()
                    .enrollments()
                    .filter(enrollment -> conflict.participants().stream()
                            .flatMap(each -> Holds.user(each).stream())
                            .noneMatch(new OrganizationUser(setup.id(), enrollment.user())::equals))
                    .forEach(enrollment -> lines.add(setup.id() + " " + enrollment));
        }
        return lines;
    }

    private static Optional<String> effective(Landscape landscape, String organization, String user) {
        return landscape
                .roster(new OrganizationId(organization))
                .enrollment(new UserId(user))
                .map(enrollment -> enrollment.configuration().value());
    }

    private static OrganizationUser user(String organization, String user) {
        return new OrganizationUser(new OrganizationId(organization), new UserId(user));
    }

    private static List<String> steps(Conflict conflict) {
        return conflict.remedy().preferred().orElseThrow().steps().stream()
                .map(RemedyStep::text)
                .toList();
    }

    @Test
    @DisplayName("C1: one mailbox in active configurations of two organizations; the later claim leaves")
    void mailboxInTwoOrganizations() {
        ConflictReport report = detect(
                production("east").user("u1", "Anna@Example.com").active("sales", userOf("u1", "2024-01-01T00:00:00Z")),
                production("west")
                        .user("u2", ANNA)
                        .user("other", "o@example.com")
                        .active("desk", userOf("u2", "2025-01-01T00:00:00Z"), userOf("other")));

        Conflict conflict = only(report);

        assertThat(conflict).isInstanceOf(Conflict.ActiveInSeveralOrganizations.class);
        assertThat(conflict.severity()).isEqualTo(Severity.ERROR);
        assertThat(conflict.mailbox()).contains(MailboxAddress.of(ANNA));
        assertThat(conflict.message())
                .contains("a…@example.com", "user u1 of east", "configuration sales (active)", "user u2 of west")
                .doesNotContain("anna@");
        assertThat(conflict.participants()).hasSize(2).allSatisfy(each -> {
            assertThat(each.standing()).isEqualTo(Standing.SYNCING);
            assertThat(each.routes()).hasSize(1);
        });
        assertThat(report.heldUsers()).containsExactly(user("east", "u1"), user("west", "u2"));
        assertThat(conflict.remedy().text()).startsWith("Leave configuration desk of west:");
        assertThat(effective(settle(report, conflict), "east", "u1")).contains("sales");
    }

    @Test
    @DisplayName("C1: several routes are all closed, one step each")
    void leavingClosesEveryRoute() {
        OrganizationFixture west = production("west")
                .profile("spare")
                .role("top", null)
                .role("desk", "top")
                .user("u2", ANNA, user -> user.role(new RoleId("desk")))
                .user("other", "o@example.com", user -> user.role(new RoleId("desk")))
                .group("inner", "u2", "other")
                .group("outer", "u2")
                .member("outer", new Member.OfGroup(new io.github.crosstie.directory.GroupId("inner")))
                .active("a", userOf("u2"), groupOf("outer"))
                .active("b", subtreeOf("top"))
                .inactive("c", profileOf("standard"));
        ConflictReport report = detect(production("east").user("u1", ANNA).active("sales", userOf("u1")), west);
        Conflict conflict =
                report.conflicts(ConflictKind.ACTIVE_IN_SEVERAL_ORGANIZATIONS).get(0);

        RemedyOption leaveWest = conflict.remedy().options().stream()
                .filter(option -> option.text().endsWith("The mailbox stays with east."))
                .findFirst()
                .orElseThrow();
        Landscape after = report.landscape().apply(leaveWest);

        assertThat(leaveWest.harmless()).isTrue();
        assertThat(leaveWest.steps())
                .extracting(step -> step.getClass().getSimpleName())
                .containsExactly(
                        "RemoveIndividualAssignment",
                        "RemoveGroupMembership",
                        "RemoveGroupMembership",
                        "ChangeRole",
                        "ChangeProfile");
        assertThat(ConflictDetector.create().detect(after).conflicts(user("west", "u2")))
                .isEmpty();
        assertThat(others(after, conflict)).isEqualTo(others(report.landscape(), conflict));
        assertThat(steps(conflict))
                .containsExactly("remove user u1 from the individual assignments of configuration sales");
    }

    @Test
    @DisplayName("C1: three organizations are one finding, of which one stays")
    void threeOrganizationsAreOneFinding() {
        ConflictReport report = detect(
                production("a").user("u", ANNA).active("c", userOf("u")),
                production("b").user("u", ANNA).active("c", userOf("u")),
                production("c").user("u", ANNA).active("c", userOf("u")));

        Conflict conflict = only(report);

        assertThat(conflict.participants()).hasSize(3);
        Landscape after = settle(report, conflict);
        assertThat(Stream.of("a", "b", "c")
                        .filter(id -> effective(after, id, "u").isPresent()))
                .containsExactly("a");
    }

    @Test
    @DisplayName("C1: where no harmless way exists the remedy says so, and names whom each option would change")
    void saysWhereNoHarmlessWayExists() {
        OrganizationFixture east =
                production("east").user("u1", ANNA).user("v1", "v@example.com").active("sales", profileOf("standard"));
        OrganizationFixture west =
                production("west").user("u2", ANNA).user("v2", "w@example.com").active("desk", profileOf("standard"));

        Conflict conflict = only(detect(east, west));

        assertThat(conflict.remedy().preferred()).isEmpty();
        assertThat(conflict.remedy().harmful()).hasSize(2);
        assertThat(conflict.remedy().harmful().get(0).affected())
                .containsExactly(new AffectedUser(user("west", "v2"), "configuration desk", "no configuration"));
        assertThat(conflict.remedy().text())
                .startsWith("No way leaves everybody else as they are.")
                .contains("This changes 1 other user: user v2 of organization west");
    }

    @Test
    @DisplayName("C2: the sandbox is left first, whoever came later")
    void sandboxLeavesFirst() {
        ConflictReport report = detect(
                production("prod").user("u", ANNA).active("c", userOf("u", "2025-06-01T00:00:00Z")),
                sandbox("test").user("u", ANNA).active("c", userOf("u", "2020-01-01T00:00:00Z")));

        Conflict conflict = only(report);

        assertThat(conflict).isInstanceOf(Conflict.ActiveInSandboxToo.class);
        assertThat(conflict.remedy().text())
                .startsWith("Leave configuration c of test (sandbox):")
                .contains("before joining production");
        assertThat(conflict.remedy().options()).hasSize(1);
        assertThat(report.heldUsers()).hasSize(2);
        assertThat(effective(settle(report, conflict), "prod", "u")).contains("c");
    }

    @Test
    @DisplayName("C3: an inactive configuration elsewhere is a warning that holds nobody; the user is removed there")
    void inactiveConfigurationIsLatent() {
        ConflictReport report = detect(
                production("east").user("u1", ANNA).inactive("old", userOf("u1")),
                production("west").user("u2", ANNA).active("desk", userOf("u2")));

        Conflict conflict = only(report);

        assertThat(conflict).isInstanceOf(Conflict.LatentInAnotherOrganization.class);
        assertThat(conflict.severity()).isEqualTo(Severity.WARNING);
        assertThat(conflict.participants())
                .extracting(Participant::standing)
                .containsExactly(Standing.DORMANT, Standing.SYNCING);
        assertThat(conflict.participants().get(0).configuration()).isEqualTo(new ConfigurationId("old"));
        assertThat(conflict.participants().get(0).active()).isFalse();
        assertThat(conflict.remedy().text()).contains("Deactivating a configuration is no removal");
        assertThat(report.heldUsers()).isEmpty();
        assertThat(effective(settle(report, conflict), "west", "u2")).contains("desk");
    }

    @Test
    @DisplayName("C3: a sandbox's copy of an address matches without its .invalid, as a warning")
    void copiedAddressIsLatent() {
        ConflictReport report = detect(
                production("prod").user("u", ANNA).active("c", userOf("u")),
                sandbox("test").user("u", ANNA + ".invalid").active("c", userOf("u")));

        Conflict conflict = only(report);

        assertThat(conflict.kind()).isEqualTo(ConflictKind.LATENT_IN_ANOTHER_ORGANIZATION);
        assertThat(conflict.participants())
                .extracting(Participant::standing)
                .containsExactly(Standing.SYNCING, Standing.COPY);
        assertThat(effective(settle(report, conflict), "prod", "u")).contains("c");
    }

    @Test
    @DisplayName("C3: production's own .invalid is no copy")
    void productionKeepsItsInvalid() {
        assertThat(detect(
                                production("prod").user("u", ANNA).active("c", userOf("u")),
                                production("more").user("u", ANNA + ".invalid").active("c", userOf("u")))
                        .isEmpty())
                .isTrue();
    }

    @Test
    @DisplayName("A9: inactive users are in no finding about a mailbox")
    void inactiveUsersClashWithNobody() {
        ConflictReport report = detect(
                production("east")
                        .user("u1", ANNA, user -> user.active(false))
                        .user("u3", ANNA)
                        .active("sales", userOf("u1"), userOf("u3")),
                production("west")
                        .user("u2", ANNA, user -> user.active(false))
                        .active("desk", userOf("u2"))
                        .inactive("old", profileOf("standard")));

        assertThat(report.isEmpty()).isTrue();
    }

    @Test
    @DisplayName("C4: a user listed individually twice goes on by the later assignment; the other is dropped")
    void userAssignedTwice() {
        ConflictReport report = detect(production("east")
                .user("u1", ANNA)
                .active("a", userOf("u1", "2024-01-01T00:00:00Z"))
                .active("b", userOf("u1", "2025-01-01T00:00:00Z")));

        Conflict conflict = only(report);

        assertThat(conflict).isInstanceOf(Conflict.AssignedTwice.class);
        assertThat(conflict.severity()).isEqualTo(Severity.ERROR);
        assertThat(conflict.participants().get(0).configuration()).isEqualTo(new ConfigurationId("b"));
        assertThat(conflict.participants().get(0).standing()).isEqualTo(Standing.SYNCING);
        assertThat(report.heldUsers()).isEmpty();
        assertThat(steps(conflict))
                .containsExactly("remove user u1 from the individual assignments of configuration a");
        assertThat(effective(settle(report, conflict), "east", "u1")).contains("b");
    }

    @Test
    @DisplayName("C4: a profile listed twice; dropping the leftover changes nobody")
    void profileAssignedTwice() {
        ConflictReport report = detect(production("east")
                .user("u1", ANNA)
                .configuration("a", true, Instant.EPOCH, profileOf("standard"))
                .active("b", profileOf("standard", "2025-01-01T00:00:00Z")));

        Conflict conflict = only(report);

        assertThat(conflict.participants()).extracting(Participant::user).containsOnlyNulls();
        assertThat(steps(conflict)).containsExactly("drop profile standard from configuration a");
        assertThat(effective(settle(report, conflict), "east", "u1")).contains("b");
    }

    @Test
    @DisplayName("C5: an individual assignment beside a profile is worth knowing, and needs nothing")
    void individualBesideIndirect() {
        Conflict conflict = only(detect(
                production("east").user("u1", ANNA).active("a", userOf("u1")).active("b", profileOf("standard"))));

        assertThat(conflict).isInstanceOf(Conflict.IndividualBesideIndirect.class);
        assertThat(conflict.severity()).isEqualTo(Severity.INFO);
        assertThat(conflict.remedy().options()).isEmpty();
        assertThat(conflict.message())
                .contains("a by user u1: applies", "b by profile standard ∋ user u1: an individual assignment wins");
    }

    @Test
    @DisplayName("C6: two indirect routes disagree; the losing one is removed, the winner stays")
    void indirectRoutesDisagree() {
        ConflictReport report = detect(production("east")
                .role("desk", null)
                .user("u1", ANNA, user -> user.role(new RoleId("desk")))
                .user("u2", "o@example.com", user -> user.role(new RoleId("desk")))
                .group("g", "u1")
                .active("a", groupOf("g"))
                .active("b", roleOf("desk")));

        Conflict conflict = only(report);

        assertThat(conflict).isInstanceOf(Conflict.IndirectRoutesDisagree.class);
        assertThat(conflict.severity()).isEqualTo(Severity.WARNING);
        assertThat(conflict.message())
                .contains("a by group g ∋ user u1: applies", "a stronger kind of assignment wins");
        assertThat(conflict.remedy().preferred().orElseThrow().steps())
                .containsExactly(new RemedyStep.ChangeRole(new OrganizationId("east"), new UserId("u1"), null));
        assertThat(effective(settle(report, conflict), "east", "u1")).contains("a");
    }

    @Test
    @DisplayName("C6: one group behind both routes: the losing assignment is dropped where that changes nobody")
    void oneGroupBehindBothRoutes() {
        ConflictReport report = detect(production("east")
                .user("u1", ANNA)
                .group("g", "u1")
                .active("a", groupOf("g"))
                .active("b", groupOf("g")));

        Conflict conflict = only(report);

        assertThat(steps(conflict)).containsExactly("drop group g from configuration b");
        assertThat(effective(settle(report, conflict), "east", "u1")).contains("a");
    }

    @Test
    @DisplayName("C7: two users of one organization share a mailbox: one is taken out")
    void twoUsersShareAMailbox() {
        ConflictReport report = detect(production("east")
                .user("u1", ANNA)
                .user("u2", "ANNA@example.com")
                .group("g", "u1", "u2")
                .active("a", groupOf("g")));

        Conflict conflict = only(report);

        assertThat(conflict).isInstanceOf(Conflict.MailboxSharedByUsers.class);
        assertThat(report.heldUsers()).containsExactly(user("east", "u1"), user("east", "u2"));
        assertThat(conflict.remedy().text()).contains("one mailbox, one user");
        assertThat(steps(conflict)).containsExactly("remove user u2 from group g");
        assertThat(effective(settle(report, conflict), "east", "u1")).contains("a");
    }

    @Test
    @DisplayName("C1, C7: whoever holds the mailbox's claim goes on")
    void claimHolderIsNotHeld() {
        ConflictReport report = detect(
                production("east").user("u1", ANNA).user("u2", ANNA).active("a", userOf("u1"), userOf("u2")),
                production("west").user("u3", ANNA).active("b", userOf("u3")));

        assertThat(report.heldUsers(mailbox -> Optional.of(user("east", "u1"))))
                .containsExactly(user("east", "u2"), user("west", "u3"));
        assertThat(report.conflicts())
                .extracting(conflict -> conflict.kind().code())
                .containsExactly("C1", "C7");
    }

    @Test
    @DisplayName("C8: an alias is replaced by the primary address")
    void aliasIsReplaced() {
        AddressResolver addresses =
                address -> Optional.of(address.equals("a.alias@example.com") ? "anna@example.com" : address);
        ConflictDetector detector = ConflictDetector.create().withAddresses(addresses);
        ConflictReport report = detect(
                detector,
                production("east")
                        .user("u1", "a.alias@example.com")
                        .user("u2", "ben@example.com")
                        .active("a", userOf("u1"), userOf("u2")));

        Conflict conflict = only(report);
        Landscape after = report.landscape().apply(conflict.remedy());

        assertThat(((Conflict.UnusableAddress) conflict).fault()).isEqualTo(AddressFault.ALIAS);
        assertThat(conflict.remedy().preferred().orElseThrow().steps())
                .containsExactly(new RemedyStep.CorrectAddress(
                        new OrganizationId("east"), new UserId("u1"), "anna@example.com"));
        assertThat(detector.detect(after).isEmpty()).isTrue();
        assertThat(others(after, conflict)).isEqualTo(others(report.landscape(), conflict));
        assertThat(report.heldUsers()).isEmpty();
        assertThat(conflict.remedy().options().toString()).doesNotContain("anna@");
    }

    @Test
    @DisplayName("C8: a missing or malformed address says who must enter one")
    void missingAddressAsksAPerson() {
        ConflictReport report = detect(production("east")
                .user("u1", null)
                .user("u2", "Anna <anna@example.com>")
                .active("a", userOf("u1"), userOf("u2")));

        assertThat(report.conflicts())
                .extracting(conflict -> ((Conflict.UnusableAddress) conflict).fault())
                .containsExactly(AddressFault.MISSING, AddressFault.MALFORMED);
        assertThat(report.conflicts()).allSatisfy(conflict -> {
            assertThat(conflict.severity()).isEqualTo(Severity.WARNING);
            assertThat(conflict.remedy().options()).isEmpty();
            assertThat(conflict.remedy().text()).contains("an administrator of east enters it");
        });
    }

    @Test
    @DisplayName("C10, U4: both sets of a business unit; the set that does not decide the role is left")
    void bothSetsOfABusinessUnit() {
        ConflictReport report = detect(production("east")
                .user("u1", ANNA)
                .user("u2", "o@example.com")
                .group("g", "u1", "u2")
                .unit("emea", BothSetsPolicy.SALES_WINS, null, List.of(groupOf("g")), List.of(userOf("u1"))));

        Conflict conflict = only(report);

        assertThat(conflict).isInstanceOf(Conflict.InBothSets.class);
        assertThat(conflict.severity()).isEqualTo(Severity.WARNING);
        UnitRole role = ((Conflict.InBothSets) conflict).role();
        assertThat(role.role()).contains(EngagementRole.SALES);
        assertThat(role.sets()).containsOnlyKeys(EngagementSet.MARKETING_USERS, EngagementSet.SALES_USERS);
        assertThat(steps(conflict)).containsExactly("remove user u1 from group g");
        settle(report, conflict);
    }

    @Test
    @DisplayName("C10: the way that would cost the user their sync is not the default")
    void prefersTheSetThatCostsNoSync() {
        ConflictReport report = detect(production("east")
                .user("u1", ANNA)
                .group("g", "u1")
                .active("a", groupOf("g"))
                .unit("emea", BothSetsPolicy.SALES_WINS, null, List.of(groupOf("g")), List.of(userOf("u1"))));

        Conflict conflict = only(report);

        assertThat(effective(settle(report, conflict), "east", "u1")).contains("a");
        assertThat(conflict.remedy().options().get(1).text()).contains("The user leaves configuration a too.");
    }

    @Test
    @DisplayName("C10, U1, U4: a rejected user and a creator in both sets are told")
    void rejectedUserAndCreator() {
        ConflictReport report = detect(production("east")
                .user("boss", "b@example.com")
                .user("u1", ANNA)
                .unit(
                        "emea",
                        BothSetsPolicy.REJECT,
                        "boss",
                        List.of(userOf("u1"), userOf("boss")),
                        List.of(userOf("u1"), userOf("boss"))));

        assertThat(report.conflicts())
                .extracting(conflict -> ((Conflict.InBothSets) conflict).role().role())
                .containsExactly(Optional.of(EngagementRole.ADMINISTRATOR), Optional.empty());
        assertThat(steps(report.conflicts().get(0)))
                .containsExactly(
                        "remove user boss from the individual assignments of Sales Users of business unit emea");
    }

    @Test
    @DisplayName("C10: several business units are worth knowing, with the roles side by side")
    void severalBusinessUnits() {
        Conflict conflict = only(detect(production("east")
                .user("u1", ANNA)
                .unit("apac", BothSetsPolicy.SALES_WINS, null, List.of(userOf("u1")), List.of())
                .unit("emea", BothSetsPolicy.SALES_WINS, null, List.of(), List.of(userOf("u1")))));

        assertThat(conflict.severity()).isEqualTo(Severity.INFO);
        assertThat(((Conflict.InSeveralBusinessUnits) conflict).roles())
                .extracting(role -> role.unit() + " " + role.role().orElseThrow())
                .containsExactly("apac Marketing", "emea Sales");
        assertThat(conflict.remedy().options()).isEmpty();
    }

    @Test
    void rosterOfAnUpdateIsTheReportsOwn() {
        ConflictReport report = detect(production("east").user("u1", ANNA).active("a", userOf("u1")));
        Roster west =
                production("west").user("u2", ANNA).active("b", userOf("u2")).roster();

        ConflictReport updated = report.update(west);

        assertThat(report.isEmpty()).isTrue();
        assertThat(only(updated).kind()).isEqualTo(ConflictKind.ACTIVE_IN_SEVERAL_ORGANIZATIONS);
        assertThat(updated.without(new OrganizationId("west"))).isEqualTo(report);
    }
}
