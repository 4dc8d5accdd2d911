package io.github.crosstie.conflict;

import static io.github.crosstie.conflict.OrganizationFixture.production;
import static io.github.crosstie.conflict.OrganizationFixture.sandbox;
import static io.github.crosstie.conflict.OrganizationFixture.userOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.directory.Environment;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ClaimConflictsTest {

    private static final String ANNA = "anna@example.com";
    private static final MailboxAddress MAILBOX = MailboxAddress.of(ANNA);

    private final OrganizationFixture east =
            production("east").user("u1", "Anna@Example.com").active("sales", userOf("u1"));
    private final OrganizationFixture west = production("west").user("u2", ANNA).active("desk", userOf("u2"));

    @Test
    @DisplayName(
            "C9: a mailbox that carries another organization's claim is an error that tells who, since when, and the way")
    void findsAForeignClaim() {
        ConflictReport report = detect(claim("elsewhere", "u9", Environment.PRODUCTION, true), east);

        assertThat(report.conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.kind().code()).isEqualTo("C9");
            assertThat(conflict.severity()).isEqualTo(Severity.ERROR);
            assertThat(conflict.mailbox()).contains(MAILBOX);
            assertThat(conflict.message())
                    .contains("user u9 of organization elsewhere", "since 2026-01-02T03:04:05Z")
                    .doesNotContain("anna@");
            assertThat(conflict.remedy().text()).contains("naming epoch 3");
        });
        assertThat(report.heldUsers()).containsExactly(user("east", "u1"));
        assertThat(report.holding(user("east", "u1"))).hasSize(1);
    }

    @Test
    @DisplayName("C9: leaving the configuration settles it")
    void isSettledByLeaving() {
        ConflictReport report = detect(claim("elsewhere", "u9", Environment.PRODUCTION, true), east);
        Conflict conflict = report.conflicts().get(0);

        Landscape after = report.landscape().apply(conflict.remedy());

        assertThat(detector(claim("elsewhere", "u9", Environment.PRODUCTION, true))
                        .detect(after)
                        .conflicts())
                .isEmpty();
    }

    @Test
    @DisplayName("C9: a sandbox is not told to take over from production")
    void tellsASandboxToLeave() {
        OrganizationFixture box = sandbox("box").user("u1", ANNA).active("sales", userOf("u1"));

        ConflictReport report = detect(claim("elsewhere", "u9", Environment.PRODUCTION, true), box);

        assertThat(report.conflicts())
                .singleElement()
                .extracting(conflict -> conflict.remedy().text())
                .asString()
                .startsWith("A sandbox never takes a mailbox over from production.")
                .doesNotContain("naming epoch");
    }

    @Test
    @DisplayName("C9: a released claim, and one of the own organization, clash with nothing")
    void acceptsFreeAndOwnMailboxes() {
        assertThat(detect(claim("elsewhere", "u9", Environment.PRODUCTION, false), east)
                        .conflicts())
                .isEmpty();
        assertThat(detect(claim("east", "u1", Environment.PRODUCTION, true), east)
                        .conflicts())
                .isEmpty();
    }

    @Test
    @DisplayName(
            "C1, S12: of two organizations that share a mailbox the one that holds its claim goes on, C9 holds the other")
    void letsTheHolderGoOn() {
        ConflictReport report = detect(claim("east", "u1", Environment.PRODUCTION, true), east, west);

        assertThat(report.conflicts())
                .extracting(conflict -> conflict.kind().code())
                .containsExactly("C1", "C9");
        assertThat(report.heldUsers()).containsExactly(user("west", "u2"));
        assertThat(report.holding(user("east", "u1"))).isEmpty();
        assertThat(report.holding(user("west", "u2"))).hasSize(2);
    }

    @Test
    @DisplayName("C7, S12: of two users who share a mailbox the one that holds its claim goes on")
    void letsTheHolderAmongColleaguesGoOn() {
        OrganizationFixture shared =
                production("east").user("u1", ANNA).user("u2", ANNA).active("sales", userOf("u1"), userOf("u2"));

        ConflictReport report = detect(claim("east", "u2", Environment.PRODUCTION, true), shared);

        assertThat(report.heldUsers()).containsExactly(user("east", "u1"));
    }

    @Test
    @DisplayName("C9: a change of one organization gives the same report as detecting anew")
    void isIncremental() {
        MailboxClaim claim = claim("elsewhere", "u9", Environment.PRODUCTION, true);

        ConflictReport updated = detect(claim, east).update(west.setup().roster());

        assertThat(updated).isEqualTo(detect(claim, east, west));
        assertThat(updated.conflicts(ConflictKind.CLAIMED_BY_ANOTHER_ORGANIZATION))
                .hasSize(2);
        assertThat(updated.without(new OrganizationId("west"))).isEqualTo(detect(claim, east));
    }

    private static MailboxClaim claim(String organization, String user, Environment environment, boolean live) {
        Instant since = Instant.parse("2026-01-02T03:04:05Z");
        return new MailboxClaim(
                new OrganizationId(organization),
                environment,
                new UserId(user),
                new ConfigurationId("default"),
                3,
                since,
                since.plusSeconds(60),
                live);
    }

    private static OrganizationUser user(String organization, String user) {
        return new OrganizationUser(new OrganizationId(organization), new UserId(user));
    }

    private static ConflictDetector detector(MailboxClaim claim) {
        return ConflictDetector.create().withClaims(Map.of(MAILBOX, claim));
    }

    private static ConflictReport detect(MailboxClaim claim, OrganizationFixture... organizations) {
        return detector(claim)
                .detect(Arrays.stream(organizations)
                        .map(each -> each.setup().roster())
                        .toList());
    }
}
