package io.github.crosstie.engagement;

import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.configuration.EngagementRole;
import io.github.crosstie.configuration.EngagementSet;
import io.github.crosstie.configuration.ProfileRoleMapping;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.DirectoryBuilder;
import io.github.crosstie.directory.Environment;
import io.github.crosstie.directory.Organization;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.Profile;
import io.github.crosstie.directory.ProfileId;
import io.github.crosstie.directory.User;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.engagement.memory.InMemoryEngagement;
import io.github.crosstie.engagement.memory.InMemoryLedgers;
import io.github.crosstie.engagement.memory.InMemoryUnit;
import io.github.crosstie.engagement.plan.UnitPlan;
import io.github.crosstie.engagement.plan.UserSyncPlan;
import io.github.crosstie.engagement.planner.UserSyncSettings;
import io.github.crosstie.engagement.state.OptIn;
import io.github.crosstie.engagement.state.UnitLedger;
import io.github.crosstie.engagement.state.UnitState;
import io.github.crosstie.engagement.user.EngagementUser;
import io.github.crosstie.engagement.user.EngagementUserId;
import io.github.crosstie.engagement.user.FieldMap;
import io.github.crosstie.engagement.user.UserValues;
import io.github.crosstie.state.ReleaseToken;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A small company with one business unit that has opted in. Its boss, who administers the unit, is there on both sides
 * and in step, so that a test shows only what it is about.
 */
public final class Acme {

    public static final BusinessUnitId CAMPAIGNS = new BusinessUnitId("campaigns");
    public static final ProfileId STANDARD = new ProfileId("standard");
    public static final ProfileId ADMINISTRATION = new ProfileId("administration");
    public static final User BOSS = User.builder(new UserId("boss"), "boss@acme.example", ADMINISTRATION)
            .emailAddress("boss@acme.example")
            .name("Bea", "Boss")
            .build();

    private final MutableClock clock = MutableClock.create();
    public final InMemoryEngagement engagement = InMemoryEngagement.create(clock);
    public final InMemoryLedgers ledgers = InMemoryLedgers.create();
    public UserSyncSettings settings = UserSyncSettings.DEFAULT;
    public Directory directory;
    public BusinessUnit unit;
    private final List<BusinessUnit> otherUnits = new ArrayList<>();

    public Acme() {
        Organization organization = new Organization(new OrganizationId("acme"), "Acme", Environment.PRODUCTION);
        directory = Directory.builder(organization)
                .put(new Profile(STANDARD, "Standard"))
                .put(new Profile(ADMINISTRATION, "Administration"))
                .put(BOSS)
                .build();
        BusinessUnit empty = BusinessUnit.of(CAMPAIGNS);
        unit = new BusinessUnit(
                CAMPAIGNS,
                "Campaigns",
                null,
                List.of(new Assignment.OfUser(BOSS.id())),
                List.of(),
                new ProfileRoleMapping(Map.of(ADMINISTRATION, EngagementRole.ADMINISTRATOR)),
                empty.bothSets());
        optedIn(CAMPAIGNS);
        present(BOSS, EngagementRole.ADMINISTRATOR);
    }

    public Instant now() {
        return clock.instant();
    }

    public void advance(Duration duration) {
        clock.advance(duration);
    }

    public void optedIn(BusinessUnitId id) {
        ledgers.put(
                id,
                UnitLedger.of(UnitState.ASSIGNED)
                        .optedIn(new OptIn("an admin", "the same", new ReleaseToken("seen"), clock.instant())));
    }

    public static User.Builder user(String id) {
        return User.builder(new UserId(id), id + "@acme.example", STANDARD)
                .emailAddress(id + "@acme.example")
                .name(id, "Miller");
    }

    public Acme put(User... users) {
        return directory(builder -> {
            for (User user : users) {
                builder.put(user);
            }
        });
    }

    public Acme directory(Consumer<DirectoryBuilder> change) {
        DirectoryBuilder builder = directory.update();
        change.accept(builder);
        directory = builder.build();
        return this;
    }

    public Acme unit(UnaryOperator<BusinessUnit> change) {
        unit = change.apply(unit);
        return this;
    }

    public Acme add(BusinessUnit other) {
        otherUnits.add(other);
        optedIn(other.id());
        engagement.unit(other.id());
        return this;
    }

    public Acme marketing(Assignment... assignments) {
        return assign(EngagementSet.MARKETING_USERS, assignments);
    }

    public Acme sales(Assignment... assignments) {
        return assign(EngagementSet.SALES_USERS, assignments);
    }

    private Acme assign(EngagementSet set, Assignment... assignments) {
        List<Assignment> all = new ArrayList<>(unit.assignments(set));
        all.addAll(List.of(assignments));
        unit = unit.withAssignments(set, all);
        return this;
    }

    /** Puts a user into Marketing Users, individually. */
    public Acme inMarketing(User user) {
        return put(user).marketing(new Assignment.OfUser(user.id()));
    }

    /** Puts a user into Sales Users, individually. */
    public Acme inSales(User user) {
        return put(user).sales(new Assignment.OfUser(user.id()));
    }

    public InMemoryUnit campaigns() {
        return engagement.unit(CAMPAIGNS);
    }

    /** Whoever is linked to the CRM user, and as it should be but for the role perhaps. */
    public EngagementUserId present(User user, EngagementRole role) {
        return campaigns().add(FieldMap.DEFAULT.values(user, role));
    }

    /** Puts a user into Marketing Users and into the unit. */
    public EngagementUserId inStep(User user) {
        inMarketing(user);
        return present(user, EngagementRole.MARKETING);
    }

    public EngagementUserId add(UserValues values) {
        return campaigns().add(values);
    }

    public EngagementUser there(EngagementUserId id) {
        return campaigns().find(id).orElseThrow();
    }

    public UserSync sync() {
        return builder().build();
    }

    /** A User Sync of this company, for tests that want one thing of it otherwise. */
    public UserSync.Builder builder() {
        List<BusinessUnit> units = new ArrayList<>(List.of(unit));
        units.addAll(otherUnits);
        return UserSync.builder(directory, units)
                .target(engagement)
                .ledgers(ledgers)
                .clock(clock)
                .settings(settings);
    }

    public UserSyncPlan wholePlan() {
        return sync().plan();
    }

    public UnitPlan plan() {
        return wholePlan().unit(CAMPAIGNS);
    }
}
