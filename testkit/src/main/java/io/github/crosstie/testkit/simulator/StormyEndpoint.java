package io.github.crosstie.testkit.simulator;

import io.github.crosstie.conflict.MailboxClaim;
import io.github.crosstie.connector.Capabilities;
import io.github.crosstie.connector.ChangePage;
import io.github.crosstie.connector.ClaimOutcome;
import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Cursor;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.Removal;
import io.github.crosstie.connector.ScopeIdentity;
import io.github.crosstie.connector.Tagged;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.fault.CursorExpiredException;
import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One worker's way to a side, with fault points all along. */
final class StormyEndpoint implements Endpoint {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Side side;
    private final Endpoint endpoint;
    private final World world;
    private final Worker worker;
    private final Feed feed;
    private final WriteDesk desk;

    StormyEndpoint(Side side, Endpoint endpoint, World world, Worker worker) {
        this.side = side;
        this.endpoint = endpoint;
        this.world = world;
        this.worker = worker;
        feed = world.feed(side);
        desk = new WriteDesk(side, endpoint, world);
    }

    @Override
    public Side side() {
        return endpoint.side();
    }

    @Override
    public ItemKind kind() {
        return endpoint.kind();
    }

    @Override
    public Capabilities capabilities() {
        return endpoint.capabilities();
    }

    @Override
    public ScopeIdentity scopeIdentity() {
        before(Call.SCOPE);
        ScopeIdentity identity = endpoint.scopeIdentity();
        worker.passes(Call.SCOPE, true);
        return identity;
    }

    @Override
    public ChangePage changes(@Nullable Cursor cursor) {
        if (before(Call.CHANGES) == FaultKind.CURSOR_EXPIRED && cursor != null) {
            worker.count(FaultKind.CURSOR_EXPIRED, Call.CHANGES, false);
            throw new CursorExpiredException("the cursor of the " + side + " side has expired; list everything again");
        }
        ChangePage page = feed.page(endpoint, cursor);
        worker.effort().changes++;
        FaultKind kind = worker.passes(Call.CHANGES, true);
        if (kind != null) {
            ChangePage spoiled = feed.spoiled(cursor, page, kind);
            if (!spoiled.equals(page)) {
                worker.count(kind, Call.CHANGES, true);
            }
            page = spoiled;
        }
        feed.told(page);
        world.trace().add("worker ", worker.number(), " ", side, " page ", cursor, " -> ", page);
        return page;
    }

    @Override
    public List<ReadOutcome> read(Collection<ItemId> ids) {
        if (before(Call.READ) == FaultKind.UNREADABLE && !ids.isEmpty()) {
            ItemId spoiled = List.copyOf(ids).get(world.choices().below(ids.size()));
            Entity entity = world.census().of(side, spoiled);
            if (entity != null && world.census().mayBeWithheld(side, spoiled)) {
                worker.count(FaultKind.UNREADABLE, Call.READ, false);
                world.troubles().begin(side, entity, true);
            }
        }
        List<ReadOutcome> outcomes = new ArrayList<>();
        for (ReadOutcome outcome : endpoint.read(ids)) {
            outcomes.add(
                    world.troubles().in(side, world.census().of(side, outcome.id()), true)
                            ? new ReadOutcome.Unreadable(outcome.id(), "the record is damaged; mend it")
                            : outcome);
        }
        worker.effort().reads += ids.size();
        worker.passes(Call.READ, true);
        world.trace().add("worker ", worker.number(), " ", side, " reads ", outcomes);
        return outcomes;
    }

    @Override
    public List<Tagged> find(Collection<CorrelationTag> tags) {
        before(Call.FIND);
        List<Tagged> found = new ArrayList<>(endpoint.find(tags));
        found.removeIf(tagged -> feed.isHidden(tagged.id()));
        worker.effort().finds++;
        worker.passes(Call.FIND, true);
        world.trace().add("worker ", worker.number(), " ", side, " finds ", found, " for ", tags);
        return found;
    }

    @Override
    public Map<ItemId, Removal> removals(Map<ItemId, List<CorrelationTag>> marks) {
        before(Call.FIND);
        Map<ItemId, Removal> found = endpoint.removals(marks);
        worker.effort().finds++;
        worker.passes(Call.FIND, true);
        world.trace().add("worker ", worker.number(), " ", side, " tells ", found, " of ", marks.keySet());
        return found;
    }

    @Override
    public List<WriteOutcome> write(List<Write> writes) {
        before(Call.SEND);
        List<WriteOutcome> outcomes = new ArrayList<>();
        for (Write write : writes) {
            outcomes.add(write(write));
        }
        return outcomes;
    }

    private WriteOutcome write(Write write) {
        FaultKind before = worker.passes(Call.WRITE, false);
        Entity entity = desk.entity(write);
        if (before == FaultKind.REJECTED && entity != null) {
            worker.count(before, Call.WRITE, false);
            world.troubles().begin(side, entity, false);
        }
        if (world.troubles().in(side, entity, false)) {
            return new WriteOutcome.Rejected("DAMAGED", "a rule of the system refuses the record", true);
        }
        if (before == FaultKind.LATE_REQUEST) {
            worker.count(before, Call.WRITE, false);
            world.late().add(() -> world.trace().add("late ", side, " ", write, " -> ", desk.perform(write)));
            return new WriteOutcome.Unknown("no answer yet");
        }
        if (before == FaultKind.LOST_ANSWER) {
            worker.count(before, Call.WRITE, false);
            return new WriteOutcome.Unknown("the request was lost");
        }
        WriteOutcome outcome = desk.perform(write);
        world.trace().add("worker ", worker.number(), " ", side, " ", write, " -> ", outcome);
        if (outcome instanceof WriteOutcome.Written) {
            worker.effort().writes++;
        }
        FaultKind after = worker.passes(Call.WRITE, true);
        if (after == FaultKind.SEARCH_LAG
                && write instanceof Write.Create
                && outcome instanceof WriteOutcome.Written written) {
            worker.count(after, Call.WRITE, true);
            feed.hide(written.id());
        }
        if (after == FaultKind.LOST_ANSWER) {
            worker.count(after, Call.WRITE, true);
            if (world.choices().oneIn(3)) {
                throw new BrokenConnection();
            }
            return new WriteOutcome.Unknown("the answer was lost");
        }
        return outcome;
    }

    @Override
    public @Nullable Object project(Field<?> field, Object value) {
        return endpoint.project(field, value);
    }

    @Override
    public Optional<MailboxClaim> readClaim() {
        return endpoint.readClaim();
    }

    @Override
    public ClaimOutcome replaceClaim(@Nullable MailboxClaim expected, MailboxClaim claim) {
        return endpoint.replaceClaim(expected, claim);
    }

    private @Nullable FaultKind before(Call call) {
        FaultKind kind = worker.passes(call, false);
        if (kind == FaultKind.THROTTLED) {
            worker.count(kind, call, false);
            throw new ThrottledException(
                    "the " + side + " side asks to be left alone",
                    world.clock().instant().plus(PATIENCE),
                    null);
        }
        if (kind == FaultKind.UNAVAILABLE) {
            worker.count(kind, call, false);
            throw new UnavailableException("the " + side + " side does not answer");
        }
        return kind;
    }
}
