package io.github.crosstie.testkit.simulator;

import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.SyncPlan;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.IdSource;
import io.github.crosstie.state.StateStore;
import io.github.crosstie.testkit.MutableClock;
import io.github.crosstie.testkit.SequentialIds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Everything that there is in one history. */
final class World {

    static final Duration PAST_LEASE = Duration.ofMinutes(11);

    private final CollectionKey collection;
    private final Choices choices;
    private final MutableClock clock = MutableClock.create();
    private final Trace trace;
    private final Setting setting;
    private final Map<Side, SimulatedSide> sides = new EnumMap<>(Side.class);
    private final Map<Side, Feed> feeds = new EnumMap<>(Side.class);
    private final Map<Side, Map<String, WriteDesk.Made>> made = new EnumMap<>(Side.class);
    private final Supplier<StateStore> stores;
    private StateStore store;
    private final IdSource ids = SequentialIds.create();
    private final Census census = new Census(this);
    private final Commits ledger = new Commits(this);
    private final Troubles troubles = new Troubles(this);
    private final LateRequests late = new LateRequests(this);
    private final People people = new People(this);
    private final Weather weather;
    private final Map<FaultKind, Integer> faults = new EnumMap<>(FaultKind.class);
    private final Map<Excuse, Integer> excuses = new EnumMap<>(Excuse.class);
    private final List<Violation> violations = new ArrayList<>();
    private final Vocabulary vocabulary;
    private final Projections projections;
    private final Set<FaultKind> spared;
    private Duration steppedBack = Duration.ZERO;
    private boolean forgetful;
    private int rounds;

    World(
            ItemKind kind,
            Choices choices,
            SideSource crm,
            SideSource mail,
            Supplier<StateStore> stores,
            Setting setting,
            @Nullable Script script,
            boolean traced) {
        collection = new CollectionKey(new OrganizationId("00D1"), new UserId("0051"), kind);
        this.choices = choices;
        this.stores = stores;
        this.setting = setting;
        store = stores.get();
        trace = new Trace(traced, clock);
        weather = new Weather(this, script);
        sides.put(Side.CRM, Vocabulary.seen(kind, crm.create(setting.traits(Side.CRM), clock)));
        sides.put(Side.MAIL, Vocabulary.seen(kind, mail.create(setting.traits(Side.MAIL), clock)));
        for (Side side : Side.values()) {
            feeds.put(side, new Feed(this, side));
            made.put(side, new HashMap<>());
        }
        Map<Side, Endpoint> able = new EnumMap<>(Side.class);
        sides.forEach((side, one) -> able.put(side, one.open(setting.configuration())));
        Endpoint crmEnd = Objects.requireNonNull(able.get(Side.CRM));
        Endpoint mailEnd = Objects.requireNonNull(able.get(Side.MAIL));
        Set<Field<?>> shared = new TreeSet<>(crmEnd.capabilities().fields());
        shared.retainAll(mailEnd.capabilities().fields());
        Set<Field<?>> fixed = new HashSet<>();
        sides.values().forEach(side -> fixed.addAll(side.fixed()));
        shared.removeAll(fixed);
        vocabulary = kind == ItemKind.EVENT ? Vocabulary.ofEvents(fixed) : Vocabulary.of(shared);
        projections = new Projections(crmEnd::project, mailEnd::project);
        spared = able.values().stream().allMatch(end -> end.capabilities().correlation())
                ? Set.of()
                : FaultKind.NEEDING_TAGS;
        trace.add("history with ", setting);
    }

    /** What people type into, on these sides. */
    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** Whether a kind of fault is none that these sides could be expected to survive. */
    boolean spares(FaultKind kind) {
        return spared.contains(kind);
    }

    CollectionKey collection() {
        return collection;
    }

    Choices choices() {
        return choices;
    }

    MutableClock clock() {
        return clock;
    }

    Trace trace() {
        return trace;
    }

    SimulatedSide side(Side side) {
        return Objects.requireNonNull(sides.get(side));
    }

    Feed feed(Side side) {
        return Objects.requireNonNull(feeds.get(side));
    }

    Collection<Feed> feeds() {
        return feeds.values();
    }

    /** What an idempotent side has created, by idempotency key. */
    Map<String, WriteDesk.Made> made(Side side) {
        return Objects.requireNonNull(made.get(side));
    }

    StateStore store() {
        return store;
    }

    IdSource ids() {
        return ids;
    }

    SyncConfiguration configuration() {
        return setting.configuration();
    }

    Projections projections() {
        return projections;
    }

    boolean isIdempotent(Side side) {
        return setting.idempotent().contains(side);
    }

    Census census() {
        return census;
    }

    Commits ledger() {
        return ledger;
    }

    Troubles troubles() {
        return troubles;
    }

    LateRequests late() {
        return late;
    }

    People people() {
        return people;
    }

    Weather weather() {
        return weather;
    }

    /** How many rounds were begun so far. */
    int rounds() {
        return rounds;
    }

    Worker round() {
        rounds++;
        Worker worker = new Worker(this, rounds);
        worker.run();
        return worker;
    }

    SyncPlan plan() {
        return new Worker(this, 0).plan();
    }

    void step(Duration step) {
        clock.advance(step);
        if (step.isNegative()) {
            steppedBack = steppedBack.minus(step);
        }
    }

    /** Every lease has run out, however often the clock stepped back. */
    void outwaitLeases() {
        clock.advance(PAST_LEASE.plus(steppedBack));
        steppedBack = Duration.ZERO;
    }

    /** The store comes back as it was after so many commits. */
    void restoreStore(int commits) {
        late.landAll();
        outwaitLeases();
        troubles.cease();
        feeds.values().forEach(Feed::catchUp);
        census.forget();
        store = stores.get();
        ledger.restore(store, collection, commits, clock.instant());
        forgetful = true;
    }

    /** Whether the store forgot something since both sides were in step. */
    boolean isForgetful() {
        return forgetful;
    }

    void remembersAll() {
        forgetful = false;
    }

    void count(FaultKind kind) {
        faults.merge(kind, 1, Integer::sum);
    }

    void count(FaultKind kind, Worker worker, Call call, boolean after) {
        count(kind);
        trace.add("worker ", worker.number(), " ", after ? "after " : "before ", call, ": ", kind);
    }

    void excuse(Excuse excuse, Entity entity) {
        excuses.merge(excuse, 1, Integer::sum);
        trace.add("excused: ", excuse, " of ", entity);
    }

    void violate(Invariant invariant, String message) {
        violations.add(new Violation(invariant, message));
        trace.add("VIOLATION ", invariant, ": ", message);
    }

    List<Violation> violations() {
        return violations;
    }

    History history(int roundsToConverge, boolean inMemory) {
        return new History(
                choices.tape(),
                violations,
                weather.points(),
                faults,
                excuses,
                rounds,
                roundsToConverge,
                trace.lines(),
                inMemory);
    }
}
