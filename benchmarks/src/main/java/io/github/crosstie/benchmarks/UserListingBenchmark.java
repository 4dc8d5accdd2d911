package io.github.crosstie.benchmarks;

import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.BothSetsPolicy;
import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.configuration.EngagementRole;
import io.github.crosstie.configuration.ProfileRoleMapping;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.ProfileId;
import io.github.crosstie.directory.Role;
import io.github.crosstie.engagement.api.BarePages;
import io.github.crosstie.engagement.connector.ObservedUnit;
import io.github.crosstie.engagement.plan.UnitPlan;
import io.github.crosstie.engagement.planner.UserSyncPlanner;
import io.github.crosstie.engagement.planner.UserSyncSettings;
import io.github.crosstie.engagement.user.UserField;
import io.github.crosstie.engagement.user.UserValues;
import io.github.crosstie.salesforce.SalesforceDirectoryReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From the bytes of a unit's listing to what is due in it (P5). {@code crosstie} keeps the CRM's directory and what
 * the last listing showed, and reads the next listing; {@code fromNothing} reads both sides and keeps nothing, and so
 * do {@code bindBothSides}, which binds them to objects, and, with the CRM's objects kept, {@code bindListing}. One
 * listing after another is read, in which as many users as {@code changed} says have another title.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms4g", "-Xmx4g"})
public class UserListingBenchmark {

    private static final BusinessUnitId UNIT = new BusinessUnitId("unit");
    private static final int SALES_ROLES = 20;

    /** Users of the CRM; one in twenty is inactive and not in the unit. */
    @Param({"10000", "100000"})
    public int users = 1_000;

    /** How many users change from one listing to the next. */
    @Param({"0", "10"})
    public int changed;

    private UserListing crm = new UserListing(1);
    private Directory directory = read(crm);
    private BusinessUnit unit = BusinessUnit.of(UNIT);
    private UserSyncPlanner planner = planner(directory);
    private final BarePages reader = new BarePages();
    private PlainUserSync.Structure structure = PlainViews.structure(directory);
    private PlainUserSync.Unit plainUnit = PlainViews.unit(unit, false, List.of());
    private List<PlainUserSync.Person> people = List.of();
    private final List<List<byte[]>> listings = new ArrayList<>();
    private int turn;

    /**
     * Makes the listings and checks that all ways decide the same.
     *
     * @throws IOException if a listing cannot be written or bound
     */
    @Setup
    public void prepare() throws IOException {
        crm = new UserListing(users);
        directory = read(crm);
        unit = unit(directory);
        planner = planner(directory);
        structure = PlainViews.structure(directory);
        plainUnit = PlainViews.unit(unit, false, List.of());
        people = BoundSides.people(crm.users());
        List<UserValues> inStep = SyntheticBusinessUnits.inStep(directory, unit);
        listings.clear();
        listings.add(EngagementPages.of(nearly(inStep, 0)));
        listings.add(EngagementPages.of(nearly(inStep, changed)));
        for (int count = 0; count <= listings.size(); count++) {
            PlainViews.requireSame(crosstie(), PlainUserSync.decide(structure, people, bound()));
        }
        PlainViews.requireSame(fromNothing(), bindBothSides());
    }

    /** All but one in a thousand, and one in a thousand with another name; then so many with another title. */
    private static List<UserValues> nearly(List<UserValues> inStep, int changed) {
        List<UserValues> there = new ArrayList<>();
        for (int number = 0; number < inStep.size(); number++) {
            UserValues values = inStep.get(number);
            int every = changed == 0 ? 0 : Math.max(1, inStep.size() / changed);
            if (every > 0 && number % every == every - 1) {
                values = values.with(UserField.TITLE, "Trainee");
            }
            if (number % 1_000 != 1) {
                there.add(number % 1_000 == 2 ? values.with(UserField.FIRST_NAME, "Former") : values);
            }
        }
        return there;
    }

    /** How many users a unit's listing shows at most, of so many in the CRM. */
    static int listed(int users) {
        return users - users / 20;
    }

    private static BusinessUnit unit(Directory directory) {
        List<Assignment> marketing = new ArrayList<>();
        List<Assignment> sales = new ArrayList<>();
        Map<ProfileId, EngagementRole> roles =
                Map.of(directory.profiles().all().get(0).id(), EngagementRole.ADMINISTRATOR);
        for (Role role : directory.roles().all()) {
            if (role.parent() == null) {
                marketing.add(new Assignment.OfRoleAndSubordinates(role.id()));
            } else if (sales.size() < SALES_ROLES) {
                sales.add(new Assignment.OfRole(role.id()));
            }
        }
        return new BusinessUnit(
                UNIT,
                "Unit",
                null,
                marketing,
                sales,
                new ProfileRoleMapping(roles),
                BothSetsPolicy.SALES_WINS,
                SyntheticBusinessUnits.GENEROUS);
    }

    private static Directory read(UserListing listing) {
        return SalesforceDirectoryReader.from(listing, "synthetic").read();
    }

    private UserSyncPlanner planner(Directory directory) {
        return UserSyncPlanner.create(directory, List.of(unit), List.of(), UserSyncSettings.DEFAULT);
    }

    private List<byte[]> pages() {
        return listings.get(turn & 1);
    }

    private static UnitPlan plan(UserSyncPlanner planner) {
        return planner.plan(unit -> SyntheticBusinessUnits.LEDGER, SyntheticBusinessUnits.NOW)
                .unit(UNIT);
    }

    private static UserSyncPlanner look(UserSyncPlanner before, BarePages pages) {
        return before.withObserved(ObservedUnit.read(UNIT, pages, SyntheticBusinessUnits.NOW));
    }

    /**
     * The library, as it goes on from one listing to the next.
     *
     * @return the plan
     */
    @Benchmark
    public UnitPlan crosstie() {
        turn++;
        planner = look(planner, reader.show(pages()));
        return plan(planner);
    }

    /**
     * The library, with nothing kept from before.
     *
     * @return the plan
     */
    @Benchmark
    public UnitPlan fromNothing() {
        return plan(look(planner(read(crm)), new BarePages().show(pages())));
    }

    private PlainUserSync.Unit bound() throws IOException {
        return plainUnit.with(BoundSides.accounts(pages()));
    }

    /**
     * What a user would write.
     *
     * @return the decisions
     * @throws IOException if a page cannot be bound
     */
    @Benchmark
    public List<PlainUserSync.Decision> bindBothSides() throws IOException {
        return PlainUserSync.decide(structure, BoundSides.people(crm.users()), bound());
    }

    /**
     * The same with the objects of the CRM kept.
     *
     * @return the decisions
     * @throws IOException if a page cannot be bound
     */
    @Benchmark
    public List<PlainUserSync.Decision> bindListing() throws IOException {
        turn++;
        return PlainUserSync.decide(structure, people, bound());
    }
}
