package io.github.crosstie.configuration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * When vendors switch things off, as data that the host can replace (S24). A connector brings the dates that it knows.
 *
 * @param retirements the retirements, ordered by date
 */
public record RetirementCalendar(List<Retirement> retirements) {

    /** No retirement at all. */
    public static final RetirementCalendar EMPTY = new RetirementCalendar(List.of());

    /**
     * Orders the retirements.
     *
     * @throws IllegalArgumentException if two name the same thing and cloud
     */
    public RetirementCalendar {
        retirements = retirements.stream().sorted().toList();
        Set<String> seen = new HashSet<>();
        for (Retirement retirement : retirements) {
            if (!seen.add(retirement.cloud() + " " + retirement.what())) {
                throw new IllegalArgumentException("retirement of " + retirement.what() + " in the "
                        + Spelling.of(retirement.cloud()) + " cloud has two dates; keep one");
            }
        }
    }

    /**
     * Puts a retirement in place of the one of the same thing and cloud, or adds it.
     *
     * @param retirement the retirement
     * @return the changed calendar
     */
    public RetirementCalendar with(Retirement retirement) {
        List<Retirement> changed =
                new ArrayList<>(without(retirement.what(), retirement.cloud()).retirements());
        changed.add(retirement);
        return new RetirementCalendar(changed);
    }

    /**
     * Takes a retirement out, if it is there.
     *
     * @param what what goes
     * @param cloud in which cloud
     * @return the changed calendar
     */
    public RetirementCalendar without(String what, Cloud cloud) {
        return new RetirementCalendar(retirements.stream()
                .filter(each -> !(each.what().equals(what) && each.cloud() == cloud))
                .toList());
    }

    /**
     * What the retirements mean for a cloud on a day. Nothing is left out: what concerns another cloud alone is there as
     * {@link RetirementNotice.Status#EXEMPT}, unless this cloud has a date of its own for the same thing.
     *
     * @param today the day
     * @param cloud the cloud
     * @param noticeDays from how many days before its date a retirement counts as near; 0 or more
     * @return one notice each, ordered by date
     * @throws IllegalArgumentException if the notice is negative
     */
    public List<RetirementNotice> notices(LocalDate today, Cloud cloud, int noticeDays) {
        if (noticeDays < 0) {
            throw new IllegalArgumentException("notice of " + noticeDays + " days: use 0 or more");
        }
        return retirements.stream()
                .filter(each -> each.cloud() == cloud || !hasOwnDate(each.what(), cloud))
                .map(each -> RetirementNotice.of(each, cloud, today, noticeDays))
                .toList();
    }

    private boolean hasOwnDate(String what, Cloud cloud) {
        return retirements.stream().anyMatch(each -> each.what().equals(what) && each.cloud() == cloud);
    }
}
