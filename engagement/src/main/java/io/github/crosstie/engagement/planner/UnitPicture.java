package io.github.crosstie.engagement.planner;

import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.engagement.connector.ObservedUnit;
import io.github.crosstie.engagement.user.EngagementUser;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

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
        UnitIndex index = new UnitIndex(observed, crm.directory.idForm());
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

    private static BitSet unseen(CrmView crm, UnitIndex index) {
        BitSet unseen = new BitSet();
        for (int place = 0; place < index.size(); place++) {
            EngagementUser user = index.at(place);
            if (!user.recycled() && user.isMapped() && !crm.people.isVisible(user)) {
                unseen.set(place);
            }
        }
        return unseen;
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

    /** The place of the linked user of the unit, NONE or SEVERAL. */
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
