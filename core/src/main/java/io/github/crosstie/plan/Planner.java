package io.github.crosstie.plan;

import io.github.crosstie.configuration.EventSettings;
import io.github.crosstie.configuration.RecordSettings;
import io.github.crosstie.configuration.ScopeSettings;
import io.github.crosstie.configuration.SettingsFingerprint;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.conflict.OwnAddresses;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.diff.ThreeWayMerge;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.Hold;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.LinkId;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.state.Release;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides what one round does for one collection. Pure, immutable, thread-safe: the plan depends on settings and input alone.
 *
 * <p>It touches nothing that is not settled: only links and records of which something was read take part.
 */
public final class Planner {

    private static final String RELINKING = "one side was created anew, and its records are still looking for their"
            + " counterparts; tried again when both sides have been listed";

    private final CollectionKey collection;
    private final SyncConfiguration configuration;
    private final SettingsFingerprint fingerprint;
    private final MatchKeys keys;
    private final Bystanders bystanders;
    private final Cap cap;
    private final LinkPlanner links;
    private final LeavePlanner leaving;
    private final HintPlanner hints;
    private final FreshPlanner fresh;
    private final ContentHints contents;
    private final Expiry expiry;
    private final Asking asking;

    private Planner(
            CollectionKey collection,
            SyncConfiguration configuration,
            ThreeWayMerge merge,
            OwnAddresses own,
            Set<Side> silent,
            SeriesSupport support) {
        this.collection = collection;
        this.configuration = configuration;
        ItemKind kind = collection.kind();
        fingerprint = SettingsFingerprint.of(configuration, kind);
        EventSettings events = configuration.events();
        RecordSettings settings = configuration.records(kind);
        Scope scope = new Scope(configuration, kind, merge.rules(), support.expander());
        expiry = new Expiry(scope);
        asking = new Asking(settings);
        StandardFields fields = new StandardFields(settings.fields());
        FlowingFields flows = new FlowingFields(kind, events, fields, merge);
        Organizers organizers = new Organizers(kind, fields, own, merge);
        Invitations invitations = new Invitations(kind, events.invitations(), fields, own, silent);
        SeriesLimits series = new SeriesLimits(kind, fields, settings, merge.rules(), support);
        PairMerge pairs = new PairMerge(flows, invitations, settings.conflicts(), series);
        keys = new MatchKeys(kind, settings.fields(), merge);
        bystanders = new Bystanders(keys, merge);
        cap = new Cap(settings.cap(), keys);
        Creations creations = new Creations(flows, invitations, scope, series);
        DeletionPlanner deletions = new DeletionPlanner(settings, flows, organizers, invitations, creations);
        links = new LinkPlanner(organizers, pairs, creations, deletions, scope, merge);
        leaving = new LeavePlanner(collection, configuration, scope, fields, organizers, merge, invitations);
        hints = new HintPlanner(scope);
        DuplicatePlanner duplicates = new DuplicatePlanner(merge, invitations);
        Provenance provenance = new Provenance(collection, merge);
        contents = new ContentHints(merge::seen);
        fresh = new FreshPlanner(settings, organizers, creations, duplicates, pairs, keys, scope, provenance, contents);
    }

    /**
     * A planner for one collection of a user without addresses, between sides that write silently.
     *
     * @param collection whose records of which kind
     * @param configuration how to sync
     * @param merge the merge of one record, by the rules of the configuration and the two sides
     * @return the planner
     */
    public static Planner of(CollectionKey collection, SyncConfiguration configuration, ThreeWayMerge merge) {
        return of(collection, configuration, merge, OwnAddresses.NONE, EnumSet.allOf(Side.class));
    }

    /**
     * A planner for one collection.
     *
     * @param collection whose records of which kind
     * @param configuration how to sync
     * @param merge the merge of one record, by the rules of the configuration and the two sides
     * @param own the user's addresses: whose meetings are theirs (S8)
     * @param silent the sides that can write a meeting without sending mail (S7)
     * @return the planner
     */
    public static Planner of(
            CollectionKey collection,
            SyncConfiguration configuration,
            ThreeWayMerge merge,
            OwnAddresses own,
            Set<Side> silent) {
        return of(collection, configuration, merge, own, silent, SeriesSupport.CAUTIOUS);
    }

    /**
     * A planner for one collection, which knows when series take place and what the sides can hold of them.
     *
     * @param collection whose records of which kind
     * @param configuration how to sync
     * @param merge the merge of one record, by the rules of the configuration and the two sides
     * @param own the user's addresses: whose meetings are theirs (S8)
     * @param silent the sides that can write a meeting without sending mail (S7)
     * @param series what is known about series (S6)
     * @return the planner
     */
    public static Planner of(
            CollectionKey collection,
            SyncConfiguration configuration,
            ThreeWayMerge merge,
            OwnAddresses own,
            Set<Side> silent,
            SeriesSupport series) {
        return new Planner(
                Objects.requireNonNull(collection, "collection"),
                Objects.requireNonNull(configuration, "configuration"),
                Objects.requireNonNull(merge, "merge"),
                Objects.requireNonNull(own, "own"),
                Set.copyOf(silent),
                Objects.requireNonNull(series, "series"));
    }

    /**
     * Whether the other record of a link is read whenever one of them is. Of an event it is: who organizes it, who attends it, and
     * whether it is private may stand in fields that do not flow, and so are not known from what was last seen.
     *
     * @return true for events
     */
    public boolean looksAcross() {
        return collection.kind() == ItemKind.EVENT;
    }

    /**
     * The keys by which an unlinked record is matched (S2), or is known as the source of another: whoever waits for one of them must be read too.
     *
     * @param side the record's side
     * @param record the record
     * @return its keys
     */
    public SortedSet<String> matchKeys(Side side, RemoteItem record) {
        return keys.all(side, record);
    }

    /**
     * The keys by which an unlinked record is known by its contents, while a side that was created anew is linked
     * again (F9): records that share one must be planned together. They hold within one run of the program only, and
     * are not to be stored.
     *
     * @param state what is known
     * @param key the record's key
     * @param record the record
     * @return its keys; empty if no side is linked again
     */
    public SortedSet<String> contentKeys(CollectionState state, RecordKey key, RemoteItem record) {
        return contents.keys(state, key, record);
    }

    /**
     * The keys by which the source of a creation is matched (S2): what it waits for while it cannot be created.
     *
     * @param create the creation
     * @return the source's keys
     */
    public SortedSet<String> matchKeys(PlannedChange.Create create) {
        return keys.of(create);
    }

    /**
     * The records outside the cap for which there is room now (S16): they must be read.
     *
     * @param state what is known
     * @return their keys
     */
    public List<RecordKey> entering(CollectionState state) {
        return cap.entering(state);
    }

    /**
     * How many records wait outside the cap (S16).
     *
     * @param state what is known
     * @return their number
     */
    public int waitingAtCap(CollectionState state) {
        return cap.waiting(state);
    }

    /**
     * The records that rest in quarantine so that they need not even be read (S15).
     *
     * @param state what is known
     * @param now the present moment
     * @return their keys
     */
    public Set<RecordKey> unread(CollectionState state, Instant now) {
        return Resting.unread(state, now);
    }

    /**
     * Decides.
     *
     * @param input state, and what was read
     * @return the plan
     */
    public SyncPlan plan(PlanInput input) {
        Draft draft = new Draft();
        Resting resting = new Resting(input.state(), input.now().toInstant());
        resting.skip(input, draft);
        SortedSet<LinkId> touched = new TreeSet<>();
        List<RecordKey> unlinked = new ArrayList<>();
        for (RecordKey key : input.readings().keySet()) {
            Optional<Link> link = input.state().linkOf(key);
            if (link.isPresent()) {
                touched.add(link.get().id());
            } else if (!input.setAside().contains(key)) {
                unlinked.add(key);
            }
        }
        touched.stream()
                .flatMap(id -> input.state().link(id).stream())
                .filter(link -> mayBePlanned(input, link))
                .filter(link -> !link.isHashed() || isReadWhole(input, link))
                .filter(link -> Stream.of(Side.values()).noneMatch(side -> resting.contains(link.key(side))))
                .filter(link -> !leaving.plans(input, link, draft))
                .forEach(link -> links.plan(input, link, draft));
        fresh.plan(input, hints.plan(input, unlinked, draft), draft);
        draft.leaveResting(resting, keys);
        for (Side side : Side.values()) {
            resting.hides(input, side, configuration.quarantine().firstDelay())
                    .ifPresent(until -> draft.postponeUnlinked(side, until, keys));
            if (input.state().scanned(side) != null) {
                draft.postponeCreations(side);
            }
        }
        cap.enforce(input, draft);
        draft.release(input.state().hold(), input.now().toInstant());
        if (input.state().isRelinking()) {
            draft.holdDeletions(RELINKING);
        }
        GuardVerdict guard = guard(input, draft);
        if (guard.holds()) {
            draft.holdDeletions(guard.reason());
        }
        bystanders.awaken(input, draft);
        List<PlannedChange> changes = draft.changes();
        return new SyncPlan(header(input, draft, guard), changes, draft.skips(), PlanBasis.of(input, changes));
    }

    /**
     * What a change of settings does (S14), of what was read.
     *
     * @param stored the settings of the last round; null if there was none
     * @param input state, and what was read
     * @return what enters, what leaves, and the plan
     */
    public SettingsPreview previewSettings(@Nullable ScopeSettings stored, PlanInput input) {
        return leaving.preview(stored, input, plan(input));
    }

    /**
     * The records that must be read together with unlinked ones, because they were linked once.
     *
     * @param state the state
     * @param records records that are read
     * @return their former counterparts
     */
    public static SortedSet<RecordKey> formerCounterparts(CollectionState state, Iterable<RecordKey> records) {
        return HintPlanner.counterparts(state, records);
    }

    private static boolean mayBePlanned(PlanInput input, Link link) {
        return input.state().intent(link.id()).isEmpty()
                && Stream.of(Side.values()).noneMatch(side -> isSetAside(input, link.key(side)));
    }

    /** Where values are not kept, a record that was not read tells nothing: the link waits until it is. */
    private static boolean isReadWhole(PlanInput input, Link link) {
        return Stream.of(Side.values())
                .map(link::key)
                .allMatch(key -> key == null || input.readings().containsKey(key));
    }

    private static boolean isSetAside(PlanInput input, @Nullable RecordKey key) {
        return key != null && input.setAside().contains(key);
    }

    /**
     * Why the mere passing of time has made a change of an earlier plan outdated (S11, S23).
     *
     * @param change the change
     * @param readings what was read of its records now
     * @param now the present moment, in the zone in which the window's days are counted
     * @return the reason; empty if it is not too late
     */
    public Optional<String> expiry(PlannedChange change, Map<RecordKey, ReadOutcome> readings, ZonedDateTime now) {
        return expiry.of(change, readings, now);
    }

    /**
     * Why changes of an earlier plan are left to a later round, because their records could not be written or read meanwhile and
     * have not changed since (S15).
     *
     * @param changes the changes
     * @param state what is known
     * @param readings what was read of their records now
     * @param now the present moment
     * @return the reason, by the changes that a round would leave alone
     */
    public Map<PlannedChange, String> resting(
            List<PlannedChange> changes, CollectionState state, Map<RecordKey, ReadOutcome> readings, Instant now) {
        return Resting.among(changes, state, readings, now);
    }

    /**
     * Why parts of an earlier plan find no room under the cap any more (S16).
     *
     * @param changes those changes of it that hold otherwise
     * @param state what is known
     * @return the reason, by the changes that would make a new link and find no room; empty if all do
     */
    public Map<PlannedChange, String> withoutRoom(List<PlannedChange> changes, CollectionState state) {
        Map<PlannedChange, String> outside = new LinkedHashMap<>();
        cap.outside(Draft.entering(changes), state).forEach(change -> outside.put(change, cap.reason()));
        return outside;
    }

    /**
     * What is left of an earlier plan. Nothing is planned anew; but whether its deletions may be made is asked again: who released
     * what (S11, S13), and the guard with the numbers of now.
     *
     * @param plan the earlier plan
     * @param holding those of its changes that still hold
     * @param input the present state, and what was read now
     * @return a plan of these changes, their deletions held if the setting is to ask or the guard says so, and nobody released them
     */
    public SyncPlan reduced(SyncPlan plan, List<PlannedChange> holding, PlanInput input) {
        Draft draft = new Draft();
        holding.forEach(draft::add);
        draft.release(input.state().hold(), input.now().toInstant());
        draft.holdDeletions(deletion -> asking.of(deletion, input.readings()), Asking.REASON);
        if (input.state().isRelinking()) {
            draft.holdDeletions(RELINKING);
        }
        GuardVerdict guard = guard(input, draft);
        if (guard.holds()) {
            draft.holdDeletions(guard.reason());
        }
        List<PlannedChange> changes = draft.changes();
        PlanHeader header =
                plan.header().with(guard, Totals.of(changes, List.of())).with(hold(input, draft));
        return new SyncPlan(header, changes, List.of(), plan.basis());
    }

    private GuardVerdict guard(PlanInput input, Draft draft) {
        Remainder remainder = Remainder.of(input, draft);
        int planned = draft.deletions().size();
        int made = input.deletionsMade() - notedBefore(input, draft);
        GuardVerdict verdict = GuardVerdict.of(
                configuration.deletionGuard(),
                planned,
                made,
                made + remainder.links(),
                planned > 0 && remainder.emptiesASide());
        String cause = input.holdDeletions();
        return cause != null && planned > 0 && !verdict.holds() ? verdict.heldFor(cause) : verdict;
    }

    /** Deletions that were noted before a call which never was made, and are planned again: they count once. */
    private int notedBefore(PlanInput input, Draft draft) {
        Instant since =
                input.now().toInstant().minus(configuration.deletionGuard().window());
        Set<LinkId> planned =
                draft.deletions().stream().map(PlannedChange.Delete::link).collect(Collectors.toSet());
        int noted = (int) input.state().deletions().stream()
                .filter(line -> !line.at().isBefore(since) && planned.contains(line.link()))
                .count();
        return Math.min(noted, input.deletionsMade());
    }

    private PlanHeader header(PlanInput input, Draft draft, GuardVerdict guard) {
        return new PlanHeader(
                collection,
                configuration.id(),
                fingerprint,
                input.now().toInstant(),
                input.state().scope(Side.CRM),
                input.state().scope(Side.MAIL),
                input.state().cursor(Side.CRM),
                input.state().cursor(Side.MAIL),
                guard,
                Totals.of(draft.changes(), draft.skips()),
                hold(input, draft));
    }

    /** The stored token, if it stands for just what is planned. */
    private static HoldNotice hold(PlanInput input, Draft draft) {
        Hold hold = input.state().hold();
        Release release = hold.release();
        List<PlannedChange.Held> held = draft.changes().stream()
                .filter(PlannedChange.Held.class::isInstance)
                .map(PlannedChange.Held.class::cast)
                .toList();
        boolean isStored = !held.isEmpty()
                && held.size() + draft.released() == hold.entries().size()
                && held.stream().allMatch(one -> isStored(hold, one, input));
        return new HoldNotice(
                isStored ? hold.token().orElse(null) : null,
                release == null ? null : release.token(),
                draft.released());
    }

    private static boolean isStored(Hold hold, PlannedChange.Held held, PlanInput input) {
        Hold.Entry entry = hold.entries().get(held.deletion().link());
        return entry != null
                && entry.deletion()
                        .isSameAs(
                                held.deletion().held(held.reason(), input.now().toInstant()));
    }
}
