package io.github.crosstie.testkit.internal.mailbox;

import io.github.crosstie.testkit.internal.mailbox.StoredItem.StoredException;
import java.time.LocalDate;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Changes items and occurrences. */
public final class ItemUpdate {

    private ItemUpdate() {}

    public static void apply(ItemLookup.Found found, List<FieldChange> changes, Times times) throws Refusal {
        Occurrence occurrence = found.occurrence();
        if (occurrence == null) {
            change(found.mailbox(), found.item(), changes, times);
        } else {
            change(found.mailbox(), occurrence, changes, times);
        }
    }

    private static void change(StoredMailbox mailbox, StoredItem item, List<FieldChange> changes, Times times)
            throws Refusal {
        Properties before = item.properties;
        Properties after = changed(before, changes);
        if (item.isEvent()) {
            EventRules.normalize(after, before);
        } else if (item.kind.equals("Contact")) {
            ContactRules.saved(after);
        }
        ItemSaving.moments(after, times);
        item.properties = after;
        if (!samePattern(before, after)) {
            item.exceptions.clear();
            item.deleted.clear();
        }
        mailbox.save(item, onlyRead(changes));
    }

    private static boolean onlyRead(List<FieldChange> changes) {
        return changes.stream().allMatch(change -> change.element().equals("IsRead"));
    }

    private static boolean samePattern(Properties before, Properties after) {
        Tree zone = before.element("StartTimeZone");
        Tree zoneAfter = after.element("StartTimeZone");
        return Objects.equals(before.element("Recurrence"), after.element("Recurrence"))
                && before.text("Start").equals(after.text("Start"))
                && (zone == null ? "" : zone.attribute("Id"))
                        .equals(zoneAfter == null ? "" : zoneAfter.attribute("Id"));
    }

    private static Properties changed(Properties before, List<FieldChange> changes) throws Refusal {
        Properties after = before.copy();
        for (FieldChange change : changes) {
            change.applyTo(after);
        }
        return after;
    }

    private static void change(StoredMailbox mailbox, Occurrence occurrence, List<FieldChange> changes, Times times)
            throws Refusal {
        StoredItem master = occurrence.master();
        Properties before = occurrence.properties();
        for (FieldChange change : changes) {
            if (change.element().equals("Recurrence") || change.element().equals("UID")) {
                throw new Refusal(
                        "ErrorInvalidPropertySet", "An occurrence has no " + change.element() + " of its own.");
            }
        }
        Properties after = changed(before, changes);
        EventRules.normalize(after, before);
        ItemSaving.moments(after, times);
        checkNeighbours(occurrence, after);
        StoredException known = occurrence.exception();
        StoredException exception = known == null ? new StoredException() : known;
        for (FieldChange change : changes) {
            keep(exception, change, after);
        }
        exception.properties.set("Start", after.text("Start"));
        exception.properties.set("End", after.text("End"));
        master.exceptions.put(occurrence.date(), exception);
        exception.changeKey = Ids.changeKey(mailbox.next());
        mailbox.save(master);
    }

    private static void keep(StoredException exception, FieldChange change, Properties after) throws Refusal {
        if (change.path() instanceof PropertyPath.Extended) {
            Tree value = after.get(change.path());
            if (value == null) {
                exception.properties.delete(change.path());
            } else {
                exception.properties.putExtended(value);
            }
            return;
        }
        Tree value = after.element(change.element());
        if (value == null) {
            exception.properties.remove(change.element());
            exception.removed.add(change.element());
        } else {
            exception.properties.put(value);
            exception.removed.remove(change.element());
        }
    }

    /** An occurrence stays between the one before and the one after it. */
    private static void checkNeighbours(Occurrence occurrence, Properties after) throws Refusal {
        Series series = Series.of(occurrence.master());
        ZoneRules zone = EventRules.zone(occurrence.master().properties);
        LocalDate day = Times.local(Times.stored(after.text("Start")), zone).toLocalDate();
        LocalDate earlier = day(series, series.neighbour(occurrence.date(), false), zone);
        LocalDate later = day(series, series.neighbour(occurrence.date(), true), zone);
        if ((earlier != null && !day.isAfter(earlier)) || (later != null && !day.isBefore(later))) {
            throw new Refusal(
                    "ErrorOccurrenceCrossingBoundary",
                    "Modified occurrence is crossing or overlapping adjacent occurrence.");
        }
    }

    private static @Nullable LocalDate day(Series series, @Nullable LocalDate date, ZoneRules zone) {
        return date == null
                ? null
                : Times.local(series.occurrence(date, 0).start(), zone).toLocalDate();
    }
}
