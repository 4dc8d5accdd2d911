package io.github.crosstie.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.BothSetsPolicy;
import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.configuration.EngagementRole;
import io.github.crosstie.configuration.ProfileRoleMapping;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.DirectoryBuilder;
import io.github.crosstie.directory.Environment;
import io.github.crosstie.directory.Group;
import io.github.crosstie.directory.GroupId;
import io.github.crosstie.directory.Member;
import io.github.crosstie.directory.Organization;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.Profile;
import io.github.crosstie.directory.ProfileId;
import io.github.crosstie.directory.Role;
import io.github.crosstie.directory.RoleId;
import io.github.crosstie.directory.User;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.engagement.UserSync;
import io.github.crosstie.engagement.api.AccessToken;
import io.github.crosstie.engagement.api.AccountEngagementApi;
import io.github.crosstie.engagement.api.TokenProvider;
import io.github.crosstie.engagement.apply.ApplyReport;
import io.github.crosstie.engagement.connector.EngagementTarget;
import io.github.crosstie.engagement.memory.InMemoryEngagement;
import io.github.crosstie.engagement.memory.InMemoryLedgers;
import io.github.crosstie.engagement.plan.UserSyncPlan;
import io.github.crosstie.engagement.report.ChangeList;
import io.github.crosstie.engagement.report.DriftText;
import io.github.crosstie.engagement.report.PlanText;
import io.github.crosstie.engagement.report.ReportText;
import io.github.crosstie.engagement.state.LedgerStore;
import io.github.crosstie.engagement.state.UnitLedger;
import io.github.crosstie.engagement.user.FieldMap;
import io.github.crosstie.state.ReleaseToken;
import io.github.crosstie.testkit.engagement.LoopbackAccountEngagement;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The lines on User Sync of the README, which {@link ReadmeTest} compares with it. */
class UserSyncReadmeTest {

    private static final int LEAVERS = 30;

    private final BusinessUnitId unit = new BusinessUnitId("0Uv000000000001AAA");
    private final ProfileId administration = new ProfileId("00e000000000001AAA");
    private final ProfileId standard = new ProfileId("00e000000000002AAA");
    private final GroupId marketers = new GroupId("00G000000000001AAA");
    private final RoleId sales = new RoleId("00E000000000001AAA");
    private final User ada = person("005000000000001AAA", "ada", administration).build();
    private final User bea = person("005000000000002AAA", "bea", standard).build();
    private final User cleo =
            person("005000000000003AAA", "cleo", standard).role(sales).build();
    private final List<User> leavers = new ArrayList<>();
    private final Clock clock = Clock.systemUTC();
    private final Directory directory = directory();

    private static User.Builder person(String id, String name, ProfileId profile) {
        return User.builder(new UserId(id), name + "@acme.example", profile)
                .emailAddress(name + "@acme.example")
                .name(name, "Miller");
    }

    private Directory directory() {
        DirectoryBuilder builder = Directory.builder(
                        new Organization(new OrganizationId("00D000000000001AAA"), "Acme", Environment.PRODUCTION))
                .put(new Profile(administration, "Administration"))
                .put(new Profile(standard, "Standard"))
                .put(Role.internal(sales, "Sales", null))
                .put(new Group(marketers, "Marketers", "Marketers"))
                .addMember(marketers, new Member.OfUser(ada.id()))
                .addMember(marketers, new Member.OfUser(bea.id()))
                .put(ada)
                .put(bea)
                .put(cleo);
        for (int each = 0; each < LEAVERS; each++) {
            leavers.add(person("0050000000001%02dAAA".formatted(each), "leaver" + each, standard)
                    .build());
        }
        leavers.forEach(builder::put);
        return builder.build();
    }

    private BusinessUnit campaigns() {
        // spotless:off
        BusinessUnit campaigns = new BusinessUnit(unit, "Campaigns", null,      // who created it, if known, keeps Administrator
                List.of(new Assignment.OfGroup(marketers)),                     // Marketing Users: a role by profile
                List.of(new Assignment.OfRoleAndSubordinates(sales)),           // Sales Users: Sales
                new ProfileRoleMapping(Map.of(administration, EngagementRole.ADMINISTRATOR)), BothSetsPolicy.SALES_WINS);
        // spotless:on
        return campaigns;
    }

    @Test
    void theLinesOfTheReadmeBringAUnitInStep() {
        InMemoryEngagement target = InMemoryEngagement.create(clock);
        target.unit(unit).add(FieldMap.DEFAULT.values(ada, EngagementRole.ADMINISTRATOR));
        leavers.forEach(leaver -> target.unit(unit).add(FieldMap.DEFAULT.values(leaver, EngagementRole.MARKETING)));
        InMemoryLedgers ledgers = InMemoryLedgers.create();

        UserSync sync = optIn(target, ledgers);
        assertThat(live(target)).isEqualTo(3 + LEAVERS);
        release(sync, sync.plan().unit(unit).token().orElseThrow().value());

        assertThat(live(target)).isEqualTo(3);
        assertThat(sync.verify().isInStep()).isTrue();
    }

    private long live(InMemoryEngagement target) {
        return target.unit(unit).users().stream()
                .filter(user -> !user.recycled())
                .count();
    }

    private UserSync optIn(EngagementTarget target, LedgerStore ledgers) {
        BusinessUnit campaigns = campaigns();
        // spotless:off
        UserSync sync = UserSync.builder(directory, List.of(campaigns)).target(target).ledgers(ledgers).clock(clock).build();
        sync.declareAssigned(unit);                              // once, when the sets are filled: plans are previews from now on
        UserSyncPlan preview = sync.plan();
        System.out.println(PlanText.of(preview));                // who, what, why, by which way; and what a guard will hold
        UserSyncPlan plan = sync.optIn(preview, unit, preview.unit(unit).optInToken().orElseThrow(),
                "Sam of Salesforce", "Eve of Marketing");        // once, for good: two admins have seen the preview
        ApplyReport report = sync.apply(plan);                   // all but what a guard holds
        System.out.println(ReportText.of(report));               // an outcome for every change; after a crash apply it again
        System.out.println(PlanText.of(sync.plan()));            // what is still held, why, and the token that releases exactly that
        // spotless:on
        assertThat(report.isAsPlanned()).isTrue();
        return sync;
    }

    private void release(UserSync sync, String handedIn) {
        // spotless:off
        UserSyncPlan held = sync.plan();
        UserSyncPlan agreed = held.release(unit, new ReleaseToken(handedIn));    // refused if anything else is held by now
        System.out.println(ReportText.of(sync.apply(agreed)));                   // a token is good once
        // spotless:on
    }

    @Test
    void theLinesOfTheReadmeTellWhatToDoByHand() {
        HttpClient direct = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        try (LoopbackAccountEngagement server = LoopbackAccountEngagement.start(clock)) {
            server.unit(unit).add(FieldMap.DEFAULT.values(ada, EngagementRole.ADMINISTRATOR));
            leavers.forEach(leaver -> server.unit(unit).add(FieldMap.DEFAULT.values(leaver, EngagementRole.MARKETING)));

            String list = byHand(new ReroutedClient(direct, server.url()), server::accessToken);

            assertThat(list.lines().filter(line -> line.startsWith("due,")))
                    .anySatisfy(line -> assertThat(line).contains(",create," + bea.id()))
                    .anySatisfy(line -> assertThat(line).contains(",create," + cleo.id()));
            assertThat(list.lines().filter(line -> line.startsWith("held,"))).hasSize(LEAVERS);
            assertThat(server.requests())
                    .allSatisfy(request -> assertThat(request.method()).isEqualTo("GET"));
        }
    }

    private String byHand(HttpClient client, Supplier<String> session) {
        BusinessUnit campaigns = campaigns();
        // spotless:off
        TokenProvider tokens = () -> AccessToken.of(session.get());        // of Salesforce, with the scope pardot_api
        AccountEngagementApi api = AccountEngagementApi.builder().client(client).tokens(tokens).clock(clock).build();
        LedgerStore ledgers = InMemoryLedgers.create().put(unit, UnitLedger.observedOptedIn());
        UserSync sync = UserSync.builder(directory, List.of(campaigns)).target(api).ledgers(ledgers).clock(clock).build();
        System.out.println(DriftText.of(sync.verify()));         // who is missing, differs or should go, and why
        String list = ChangeList.csv(sync.plan());               // what to do by hand; apart from it, what a guard holds
        // spotless:on
        return list;
    }
}
