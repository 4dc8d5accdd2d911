package io.github.crosstie.engagement;

import static io.github.crosstie.engagement.user.UserField.EMAIL_ADDRESS;
import static io.github.crosstie.engagement.user.UserField.ROLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.configuration.EngagementRole;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.ProfileId;
import io.github.crosstie.directory.Role;
import io.github.crosstie.directory.RoleId;
import io.github.crosstie.directory.User;
import io.github.crosstie.engagement.api.AccessToken;
import io.github.crosstie.engagement.api.AccountEngagementApi;
import io.github.crosstie.engagement.api.TokenProvider;
import io.github.crosstie.engagement.apply.ApplyReport;
import io.github.crosstie.engagement.apply.DriftReport;
import io.github.crosstie.engagement.connector.EngagementCapabilities;
import io.github.crosstie.engagement.connector.EngagementCode;
import io.github.crosstie.engagement.connector.EngagementTarget;
import io.github.crosstie.engagement.connector.ObservedUnit;
import io.github.crosstie.engagement.connector.PageToken;
import io.github.crosstie.engagement.connector.UnitEndpoint;
import io.github.crosstie.engagement.connector.UnitListing;
import io.github.crosstie.engagement.connector.UserPage;
import io.github.crosstie.engagement.connector.UserWrite;
import io.github.crosstie.engagement.connector.UserWriteOutcome;
import io.github.crosstie.engagement.memory.EngagementFaults;
import io.github.crosstie.engagement.memory.InMemoryEngagement;
import io.github.crosstie.engagement.memory.InMemoryLedgers;
import io.github.crosstie.engagement.memory.InMemoryUnit;
import io.github.crosstie.engagement.plan.UnitPlan;
import io.github.crosstie.engagement.plan.UserSyncPlan;
import io.github.crosstie.engagement.planner.Hypothesis;
import io.github.crosstie.engagement.planner.UserSyncPlanner;
import io.github.crosstie.engagement.planner.UserSyncSettings;
import io.github.crosstie.engagement.planner.WhatIf;
import io.github.crosstie.engagement.report.PlanText;
import io.github.crosstie.engagement.state.LedgerStore;
import io.github.crosstie.engagement.state.UnitLedger;
import io.github.crosstie.engagement.user.EngagementUser;
import io.github.crosstie.engagement.user.EngagementUserId;
import io.github.crosstie.engagement.user.FieldMap;
import io.github.crosstie.engagement.user.UserField;
import io.github.crosstie.engagement.user.UserValues;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The lines that the documentation of this module's packages and types shows. */
class ApiExamplesTest {

    private final Acme acme = new Acme();
    private final MutableClock clock = MutableClock.create();

    @Test
    @DisplayName("User Sync from the plan to the way back")
    void userSync() {
        acme.inSales(Acme.user("sue").build());
        Directory directory = acme.directory;
        List<BusinessUnit> units = List.of(acme.unit);
        EngagementTarget target = acme.engagement;
        LedgerStore ledgers = acme.ledgers;
        BusinessUnitId unit = Acme.CAMPAIGNS;
        // spotless:off
        UserSync sync = UserSync.builder(directory, units)
                .target(target)
                .ledgers(ledgers)
                .clock(clock)
                .build();
        UserSyncPlan plan = sync.plan(); // a value: print it, keep it as JSON, compare it
        System.out.println(PlanText.of(plan));

        UnitPlan campaigns = plan.unit(unit); // a guard may hold changes, each for a stated reason
        UserSyncPlan released =
                campaigns.token().map(token -> plan.release(unit, token)).orElse(plan);
        ApplyReport report = sync.apply(released); // an outcome for every change; run again after a crash
        DriftReport drift = sync.verify(); // and for a system that takes no writes, this alone
        UserSyncPlan back = sync.undo(released); // the way back, guarded like any plan
        // spotless:on

        assertThat(report.isAsPlanned()).isTrue();
        assertThat(drift.isInStep()).isTrue();
        assertThat(back.undoing()).isTrue();
    }

    @Test
    @DisplayName("planning over what a host has listed by itself")
    void planner() {
        RoleId emea = new RoleId("emea");
        RoleId worldwide = new RoleId("worldwide");
        User sue = Acme.user("sue").role(emea).build();
        acme.directory(builder -> builder.put(new Role(worldwide, "Worldwide", "Worldwide", null, false))
                        .put(new Role(emea, "Emea", "Emea", null, false))
                        .put(sue))
                .sales(new Assignment.OfRoleAndSubordinates(worldwide));
        Directory directory = acme.directory;
        List<BusinessUnit> units = List.of(acme.unit);
        Instant now = clock.instant();
        List<ObservedUnit> observed =
                List.of(ObservedUnit.read(Acme.CAMPAIGNS, acme.engagement.open(Acme.CAMPAIGNS), now));
        Function<BusinessUnitId, UnitLedger> ledgers = acme.ledgers::read;
        User promoted = sue.toBuilder().title("Director").build();
        // spotless:off
        UserSyncPlanner planner = UserSyncPlanner.create(directory, units, observed, UserSyncSettings.DEFAULT);
        UserSyncPlan plan = planner.plan(ledgers, now);

        planner = planner.withDirectory(directory.update().put(promoted).build()); // costs what has changed
        WhatIf what = planner.whatIf(new Hypothesis().moveRole(emea, worldwide), ledgers, now);
        what.difference().users().forEach(System.out::println);
        // spotless:on

        assertThat(plan.isIdle()).isTrue();
        assertThat(what.difference().users()).extracting(each -> each.user()).containsExactly(sue.id());
    }

    @Test
    @DisplayName("Account Engagement in memory, with what can go wrong there")
    void inMemory() {
        Directory directory = acme.directory;
        List<BusinessUnit> units = List.of(acme.unit);
        InMemoryLedgers ledgers = acme.ledgers;
        // spotless:off
        InMemoryEngagement engagement = InMemoryEngagement.create(clock);
        InMemoryUnit campaigns = engagement.unit(new BusinessUnitId("campaigns"));
        campaigns.add(UserValues.of(Map.of(EMAIL_ADDRESS, "old@acme.example", ROLE, "Administrator")));
        campaigns.staleReads(Duration.ofSeconds(60)); // listings lag, as they may
        campaigns.faults().loseAnswers(1); // written, but nobody hears of it
        campaigns.faults().failNext(EngagementCode.DAILY_LIMIT); // come back tomorrow

        UserSync sync = UserSync.builder(directory, units)
                .target(engagement)
                .ledgers(ledgers)
                .clock(clock)
                .build();
        UserSyncPlan plan = sync.plan(); // names the unit that did not answer
        // spotless:on

        assertThat(plan.unreached()).hasSize(1);
    }

    @Test
    @DisplayName("faults one by one")
    void faults() {
        InMemoryUnit campaigns = acme.campaigns();
        EngagementUserId ada = campaigns.users().get(0).id();
        // spotless:off
        EngagementFaults faults = campaigns.faults();
        faults.failNext(EngagementCode.CONCURRENCY); // the next call fails as a whole
        faults.loseAnswers(1); // the next write is made, and nobody hears of it
        faults.loseWrites(1); // or is not made, and nobody hears of that either
        faults.truncateListing(100); // listings end early, and say so
        faults.beforeWrite(write -> campaigns.recycle(ada)); // somebody is faster
        // spotless:on

        assertThat(faults.writesReceived()).isZero();
    }

    @Test
    @DisplayName("several things at once would be otherwise")
    void hypothesis() {
        RoleId emea = new RoleId("emea");
        RoleId worldwide = new RoleId("worldwide");
        BusinessUnitId campaigns = Acme.CAMPAIGNS;
        ProfileId standard = Acme.STANDARD;
        UserSync sync = acme.sync();
        sync.plan();
        // spotless:off
        Hypothesis hypothesis = new Hypothesis()
                .moveRole(emea, worldwide)
                .mapProfile(campaigns, standard, EngagementRole.SALES_MANAGER);
        // spotless:on

        assertThatIllegalArgumentException()
                .isThrownBy(() -> sync.whatIf(hypothesis))
                .withMessageContaining("emea");
    }

    @Test
    @DisplayName("what is known of a unit that the product syncs already")
    void ledgers() {
        BusinessUnitId unit = Acme.CAMPAIGNS;
        // spotless:off
        LedgerStore ledgers = InMemoryLedgers.create()
                .put(unit, UnitLedger.observedOptedIn()); // a unit whose users the product syncs already
        // spotless:on

        assertThat(ledgers.read(unit)).isEqualTo(UnitLedger.observedOptedIn());
    }

    @Test
    @DisplayName("a field that people keep, and one from another source")
    void fieldMap() {
        // spotless:off
        FieldMap map = FieldMap.DEFAULT
                .without(UserField.PHONE) // people keep their own number
                .with(UserField.TITLE, user -> user.title().map(String::strip)); // or another source
        // spotless:on
        User sue = Acme.user("sue").title(" Director ").build();

        assertThat(map.values(sue, EngagementRole.SALES).get(UserField.TITLE)).contains("Director");
        assertThat(map.fields()).doesNotContain(UserField.PHONE);
    }

    @Test
    @DisplayName("Account Engagement itself")
    void api() {
        Supplier<String> session = () -> "token";
        HttpClient client = HttpClient.newHttpClient();
        // spotless:off
        TokenProvider tokens = () -> AccessToken.of(session.get()); // of Salesforce, with the scope pardot_api
        AccountEngagementApi api = AccountEngagementApi.builder()
                .client(client) // the host's, shared by everything
                .tokens(tokens)
                .accountZone(ZoneId.of("America/New_York")) // where the daily limit starts anew
                .build();
        // spotless:on

        assertThat(api).asString().doesNotContain("token");
    }

    @Test
    @DisplayName("all users of a unit, if the listing is proven whole")
    void listing() {
        EngagementTarget target = acme.engagement;
        BusinessUnitId unit = Acme.CAMPAIGNS;
        // spotless:off
        UnitListing listing =
                UnitListing.read(unit, target.open(unit), clock.instant()); // live users and recycled ones
        if (listing.complete()) { // else conclude nothing from an absence
            listing.users().forEach(System.out::println);
        }
        // spotless:on

        assertThat(listing.users()).hasSize(1);
    }

    /** What the host's own code makes of an answer. */
    private record Answer(
            List<EngagementUser> users, @Nullable PageToken next, boolean whole) {}

    private static final class ReadOnlyUnit implements UnitEndpoint {

        private static Answer ask(String query) {
            return new Answer(List.of(), query.startsWith("limit") ? new PageToken("2") : null, true);
        }

        @Override
        public EngagementCapabilities capabilities() {
            return EngagementCapabilities.readOnly(Duration.ZERO);
        }

        // spotless:off
        @Override
        public UserPage list(@Nullable PageToken token) { // null at first
            Answer answer = ask(token == null ? "limit=1000&deleted=all" : "nextPageToken=" + token.value());
            return new UserPage(answer.users(), answer.next(), answer.next() == null && answer.whole());
        }

        @Override
        public List<UserWriteOutcome> write(List<UserWrite> writes) {
            return List.of(); // never called: the capabilities name no write
        }
        // spotless:on
    }

    @Test
    @DisplayName("a system that can be read and not written takes two methods")
    void readOnlyUnit() {
        UnitListing listing = UnitListing.read(Acme.CAMPAIGNS, new ReadOnlyUnit(), clock.instant());

        assertThat(listing.complete()).isTrue();
        assertThat(new ReadOnlyUnit().write(List.of())).isEmpty();
    }

    @Test
    @DisplayName("what is missing is named")
    void namesWhatIsMissing() {
        UserSync.Builder incomplete = UserSync.builder(acme.directory, List.of(acme.unit))
                .target(acme.engagement)
                .clock(clock);

        assertThatIllegalArgumentException().isThrownBy(incomplete::build).withMessage("UserSync: set ledgers");
    }
}
