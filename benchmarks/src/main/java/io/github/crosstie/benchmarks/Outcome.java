package io.github.crosstie.benchmarks;

import io.github.crosstie.diff.Difference;
import io.github.crosstie.diff.Differences;
import io.github.crosstie.diff.RecordStatus;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;
import java.util.Arrays;

/**
 * What a comparison found: how many links stand how, how many records have no link, and a sum over the ids of all that differs. Two
 * ways to compare agree if these do. Not thread-safe.
 */
final class Outcome {

    private static final int STATUSES = RecordStatus.values().length;

    private final int[][] links = new int[STATUSES][STATUSES];
    private int unlinkedInCrm;
    private int unlinkedInMail;
    private long ids;

    static Outcome of(Differences differences) {
        Outcome outcome = new Outcome();
        for (Difference difference : differences) {
            if (difference instanceof Difference.OfLink link) {
                outcome.add(
                        link.crm().status(), link.mail().status(), link.crm().id());
            } else if (difference instanceof Difference.Unlinked one) {
                outcome.addUnlinked(one.side(), one.record().id());
            }
        }
        for (RecordStatus crm : new RecordStatus[] {RecordStatus.UNCHANGED, RecordStatus.UNSEEN}) {
            for (RecordStatus mail : new RecordStatus[] {RecordStatus.UNCHANGED, RecordStatus.UNSEEN}) {
                outcome.links[index(crm)][index(mail)] = differences.count(crm, mail);
            }
        }
        return outcome;
    }

    void add(RecordStatus crm, RecordStatus mail, ItemId crmId) {
        links[index(crm)][index(mail)]++;
        if (crm != RecordStatus.UNCHANGED || mail == RecordStatus.CHANGED || mail == RecordStatus.GONE) {
            ids += crmId.hashCode();
        }
    }

    void addUnchanged(int unchanged) {
        links[index(RecordStatus.UNCHANGED)][index(RecordStatus.UNCHANGED)] += unchanged;
    }

    void addUnlinked(Side side, ItemId id) {
        if (side == Side.CRM) {
            unlinkedInCrm++;
        } else {
            unlinkedInMail++;
        }
        ids += id.hashCode();
    }

    private static int index(RecordStatus status) {
        return switch (status) {
            case UNCHANGED -> 0;
            case CHANGED -> 1;
            case GONE -> 2;
            case UNSEEN -> 3;
        };
    }

    void requireEqual(Outcome other, String what) {
        if (!toString().equals(other.toString())) {
            throw new IllegalStateException(what + " found " + this + " where there is " + other
                    + "; a comparison of the two would mean nothing");
        }
    }

    @Override
    public String toString() {
        return Arrays.deepToString(links) + ", unlinked " + unlinkedInCrm + " and " + unlinkedInMail + ", ids " + ids;
    }
}
