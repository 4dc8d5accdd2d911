package io.github.crosstie.engagement.planner;

import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.engagement.connector.ObservedUnit;
import io.github.crosstie.engagement.user.EngagementUser;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Everybody in one unit, judged. Keeps what was found out, so that a later state of the directory costs what has
 * changed. Immutable once made.
 */
final class UnitPicture {

    final BusinessUnit unit;
    final int number;
    final CrmView crm;
    final UnitIndex index;
    private final int[] links;
    private final Judgement[] judgements;

    /** CRM users to whom something is due or who are left alone. */
    private final BitSet stirring;

    /** Live users of the unit whose CRM user cannot be seen (U30). */
    private final BitSet unseen;

    private UnitPicture(
            BusinessUnit unit,
            int number,
            CrmView crm,
            UnitIndex index,
            int[] links,
            Judgement[] judgements,
            BitSet stirring,
            BitSet unseen) {
        this.unit = unit;
        this.number = number;
        this.crm = crm;
        this.index = index;
        this.links = links;
        this.judgements = judgements;
        this.stirring = stirring;
        this.unseen = unseen;
    }

    static UnitPicture of(BusinessUnit unit, int number, CrmView crm, ObservedUnit observed) {
        UnitIndex index = UnitIndex.of(observed, crm.directory.idForm());
        int users = crm.directory.users().size();
        UnitPicture picture = new UnitPicture(
                unit, number, crm, index, new int[users], new Judgement[users], new BitSet(), unseen(crm, index));
        BitSet all = new BitSet();
        all.set(0, users);
        picture.judge(all, all);
        return picture;
    }

    /** The same unit with other settings, its users linked as before. */
    UnitPicture withUnit(BusinessUnit changed, int number, CrmView next) {
        UnitPicture picture = new UnitPicture(
                changed, number, next, index, links, new Judgement[judgements.length], new BitSet(), unseen);
        BitSet all = new BitSet();
        all.set(0, links.length);
        picture.judge(all, new BitSet());
        return picture;
    }

    /** The same unit after the directory changed. */
    UnitPicture withDirectory(CrmView next, BitSet changed) {
        int users = next.directory.users().size();
        UnitPicture picture = new UnitPicture(
                unit,
                number,
                next,
                index,
                Arrays.copyOf(links, users),
                Arrays.copyOf(judgements, users),
                (BitSet) stirring.clone(),
                next.people.hasSameNames(crm.people) ? unseen : unseen(next, index));
        BitSet affected = (BitSet) changed.clone();
        if (next.memberships != crm.memberships) {
            next.memberships.addDiffering(crm.memberships, number, affected);
        }
        picture.judge(affected, changed);
        return picture;
    }

    /** The same unit after it was listed again: looks at those who changed, if they are few, or at everybody. */
    UnitPicture withListing(ObservedUnit again) {
        @Nullable BitSet changed = index.changedPlaces(again);
        if (changed != null && changed.isEmpty()) {
            return this;
        }
        @Nullable
        UnitIndex next = changed == null || !crm.people.hasUniqueNames() ? null : index.listedAgain(again, changed);
        return changed == null || next == null ? of(unit, number, crm, again) : withIndex(next, changed);
    }

    private UnitPicture withIndex(UnitIndex next, BitSet places) {
        BitSet affected = new BitSet();
        BitSet nobody = (BitSet) unseen.clone();
        places.stream().forEach(place -> {
            nobody.set(place, isUnseen(crm, next.at(place)));
            addSlot(next.at(place), affected);
            if (place < index.size()) {
                addSlot(index.at(place), affected);
            }
        });
        UnitPicture picture = new UnitPicture(
                unit, number, crm, next, links.clone(), judgements.clone(), (BitSet) stirring.clone(), nobody);
        picture.judge(affected, affected);
        return picture;
    }

    private void addSlot(EngagementUser user, BitSet into) {
        int slot = crm.people.slot(user);
        if (slot >= 0) {
            into.set(slot);
        }
    }

    private static BitSet unseen(CrmView crm, UnitIndex index) {
        BitSet unseen = new BitSet();
        for (int place = 0; place < index.size(); place++) {
            unseen.set(place, isUnseen(crm, index.at(place)));
        }
        return unseen;
    }

    private static boolean isUnseen(CrmView crm, EngagementUser user) {
        return !user.recycled() && user.isMapped() && !crm.people.isVisible(user);
    }

    private void judge(BitSet slots, BitSet toLink) {
        UnitJudge judge = new UnitJudge(crm.directory, crm.desired, index, new UnitDecisions(unit));
        slots.stream().forEach(slot -> {
            if (toLink.get(slot)) {
                links[slot] = index.linked(crm.directory.users().at(slot));
            }
            Judgement judgement = judge.judge(slot, flags(slot), links[slot]);
            judgements[slot] = judgement;
            stirring.set(slot, !(judgement instanceof Judgement.Rest));
        });
    }

    int flags(int slot) {
        return crm.memberships.of(number, slot);
    }

    boolean areMembershipsKnown() {
        return crm.memberships.areKnown(number);
    }

    /** The place of the linked user of the unit, NONE, SEVERAL or SEVERAL_RECYCLED. */
    int link(int slot) {
        return links[slot];
    }

    Judgement judgement(int slot) {
        return judgements[slot];
    }

    IntStream stirring() {
        return stirring.stream();
    }

    IntStream unseen() {
        return unseen.stream();
    }

    int count(Judgement.Rest rest) {
        int count = 0;
        for (Judgement judgement : judgements) {
            count += judgement == rest ? 1 : 0;
        }
        return count;
    }
}
