package io.github.crosstie.move;

import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.connector.Removal;
import io.github.crosstie.connector.ScopeIdentity;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.FormerId;
import io.github.crosstie.state.Half;
import io.github.crosstie.state.Hint;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.MoveOrigin;
import io.github.crosstie.state.Observation;
import io.github.crosstie.state.Pause;
import io.github.crosstie.state.PauseReason;
import io.github.crosstie.state.QuarantineEntry;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.state.StateChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts down what was found: what becomes of each record, and the changes of the stored state that take the collection over to the
 * new way. The changes are made together or not at all, and touch neither the mailbox nor the CRM.
 */
final class Accounts {

    /** Where a collection comes from that no round has looked at: no way into a mailbox is called that. */
    private static final ScopeIdentity NEVER_SYNCED = new ScopeIdentity("never synced");

    private final CollectionState state;
    private final Ladder.Findings findings;
    private final MoveReview review;
    private final Rebasing rebasing;
    private final boolean isBack;

    private final List<MovedRecord> records = new ArrayList<>();
    private final List<ItemId> lostMarks = new ArrayList<>();
    private final List<StateChange> changes = new ArrayList<>();
    private final List<MoveBlocker> blockers = new ArrayList<>();
    private final Set<ItemId> taken = new HashSet<>();
    private int undecided;

    Accounts(CollectionState state, Ladder.Findings findings, MoveReview review, Rebasing rebasing, boolean isBack) {
        this.state = state;
        this.findings = findings;
        this.review = review;
        this.rebasing = rebasing;
        this.isBack = isBack;
    }

    Accounts draw(Endpoint to, Instant now) {
        findings.found().values().forEach(sighting -> taken.add(sighting.to()));
        forgetWhatWasSeen();
        for (Sought sought : findings.sought()) {
            Link link = sought.link();
            Hint hint = sought.hint();
            if (link != null) {
                take(sought.from(), link);
            } else if (hint != null) {
                takeHint(sought.from(), hint);
            } else {
                takeMark(sought.from());
            }
        }
        takeWay(to, now);
        judge();
        return this;
    }

    List<MovedRecord> records() {
        return records;
    }

    List<ItemId> lostMarks() {
        return lostMarks;
    }

    List<StateChange> changes() {
        return changes;
    }

    List<MoveBlocker> blockers() {
        return blockers;
    }

    /** It was seen by the old way; the new one tells everything anew. */
    private void forgetWhatWasSeen() {
        for (Observation observation : state.observations()) {
            if (observation.key().side() == Side.MAIL) {
                changes.add(new StateChange.ClearObservation(observation.key()));
            }
        }
        for (QuarantineEntry entry : state.quarantine()) {
            RecordKey counterpart = entry.counterpart();
            if (entry.key().side() == Side.MAIL || (counterpart != null && counterpart.side() == Side.MAIL)) {
                changes.add(new StateChange.RemoveQuarantine(entry.key()));
            }
        }
    }

    private void takeMark(ItemId from) {
        changes.add(new StateChange.Reattach(new RecordKey(Side.MAIL, from)));
        Sighting sighting = findings.found().get(from);
        if (sighting == null) {
            lostMarks.add(from);
        } else {
            changes.add(new StateChange.Detach(new RecordKey(Side.MAIL, sighting.to())));
        }
    }

    private void takeHint(ItemId from, Hint hint) {
        changes.add(new StateChange.RemoveHint(hint.link()));
        Sighting sighting = findings.found().get(from);
        if (sighting == null) {
            lostMarks.add(from);
        } else {
            changes.add(new StateChange.PutHint(
                    new Hint(hint.link(), hint.crm(), sighting.to(), hint.reason(), hint.held())));
        }
    }

    private void take(ItemId from, Link link) {
        Sighting sighting = findings.found().get(from);
        if (sighting != null) {
            link(link, from, sighting.to(), sighting.rung(), sighting.record());
            return;
        }
        Set<ItemId> candidates = findings.ambiguous().get(from);
        Decision decision = review.about(link.id()).orElse(null);
        if (decision instanceof Decision.Choose choice) {
            choose(link, from, choice.to());
            return;
        }
        Half crm = link.crm();
        ItemId counterpart = crm == null ? null : crm.id();
        Removal removal = findings.removals().getOrDefault(from, Removal.UNKNOWN);
        records.add(
                candidates == null
                        ? new MovedRecord.Orphaned(link.id(), from, counterpart, removal, decision)
                        : new MovedRecord.Ambiguous(link.id(), from, counterpart, List.copyOf(candidates), decision));
        if (decision == null) {
            undecided++;
        } else {
            part(link, decision);
        }
    }

    private void link(Link link, ItemId from, ItemId to, Rung rung, @Nullable RemoteItem record) {
        Half half = rebasing.of(Objects.requireNonNull(link.mail()), to, record);
        boolean isTheSame = rung != Rung.REVIEW && (rung != Rung.CONTENTS || half.version() != null);
        records.add(new MovedRecord.Found(link.id(), from, to, rung, half.version()));
        changes.add(new StateChange.PutLink(isTheSame ? link.with(Side.MAIL, half) : asIfNew(link, to)));
        if (!isBack) {
            changes.add(new StateChange.PutFormerId(new FormerId(link.id(), from)));
        }
    }

    /**
     * A record that was found by a likeness is another one, for all that anybody knows: what it lacks was not cleared by anybody. The
     * two are merged as at first contact.
     */
    private static Link asIfNew(Link link, ItemId to) {
        Half crm = link.crm();
        Item nothing =
                Item.builder(Objects.requireNonNull(link.mail()).base().kind()).build();
        Link mail = link.with(Side.MAIL, new Half(to, null, nothing));
        return crm == null ? mail : mail.with(Side.CRM, new Half(crm.id(), null, nothing));
    }

    private void choose(Link link, ItemId from, ItemId to) {
        if (taken.contains(to)) {
            bad("link " + link.id() + " was decided to be record " + to
                    + ", which another link has; choose another one");
        } else if (!findings.others().contains(to)) {
            bad("link " + link.id() + " was decided to be record " + to
                    + ", which the new way does not show; name it by its id"
                    + " there (IdTranslator.translate tells it by the old id)");
        } else {
            taken.add(to);
            link(link, from, to, Rung.REVIEW, null);
        }
    }

    private void bad(String message) {
        blockers.add(new MoveBlocker(MoveBlocker.Kind.BAD_DECISION, message));
    }

    private void part(Link link, Decision decision) {
        Half crm = link.crm();
        if (crm == null) {
            // The mailbox's record was to be created in the CRM, and is gone: there is nothing left of the link.
            changes.add(new StateChange.RemoveLink(link.id()));
        } else if (decision instanceof Decision.Recreate) {
            changes.add(new StateChange.PutLink(link.without(Side.MAIL)));
            changes.add(new StateChange.Observe(Observation.seen(new RecordKey(Side.CRM, crm.id()), crm.version())));
        } else {
            changes.add(new StateChange.RemoveLink(link.id()));
            changes.add(new StateChange.Detach(new RecordKey(Side.CRM, crm.id())));
        }
    }

    private void takeWay(Endpoint to, Instant now) {
        changes.add(new StateChange.SetScope(Side.MAIL, to.scopeIdentity()));
        changes.add(new StateChange.BeginScan(Side.MAIL));
        Pause pause = state.pause();
        if (pause != null && pause.reason() == PauseReason.ACCESS_BLOCKED) {
            changes.add(new StateChange.RemovePause());
        }
        if (isBack) {
            changes.add(new StateChange.ForgetFormerIds());
            changes.add(new StateChange.ForgetMove());
        } else {
            changes.add(new StateChange.PutMove(
                    new MoveOrigin(Objects.requireNonNullElse(state.scope(Side.MAIL), NEVER_SYNCED), now)));
        }
    }

    private void judge() {
        if (!findings.isComplete()) {
            blockers.add(new MoveBlocker(
                    MoveBlocker.Kind.UNREACHABLE,
                    "the new way did not show everything: its listing does not claim to be complete; try again later"));
        }
        if (undecided > 0) {
            blockers.add(new MoveBlocker(
                    MoveBlocker.Kind.UNDECIDED,
                    undecided
                            + " records were not found again; decide about each (choose, detach or recreate), or about"
                            + " all orphans that a plan shows"));
        }
        if (!lostMarks.isEmpty() && !review.losesMarks()) {
            blockers.add(new MoveBlocker(
                    MoveBlocker.Kind.LOST_MARKS,
                    lostMarks.size()
                            + " records that are left alone were not found again and would take part; agree to that"
                            + " in the review, or delete them first"));
        }
    }
}
