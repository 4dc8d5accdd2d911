package io.github.crosstie.graph;

import io.github.crosstie.connector.Change;
import io.github.crosstie.connector.ChangePage;
import io.github.crosstie.connector.Cursor;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.Removal;
import io.github.crosstie.fault.MailboxUnavailableException;
import io.github.crosstie.graph.internal.operation.DeltaEntry;
import io.github.crosstie.graph.internal.operation.DeltaPage;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What pages of changes mean. A listing of everything reads the items that it tells of, since pages tell of them in
 * part; later on ids and versions do, which the engine may know already. Where a page leaves a doubt, the item is
 * read: a series of which only occurrences are told, once a page; and an item that is said not to be there, which may
 * be elsewhere, outside the window, or back again (S10).
 */
final class Changes {

    /** The version of a series that the server tells nothing of but that there are occurrences. */
    private static final String UNTOLD = "untold";

    private final Following following;
    private final Reading reading;
    private final SeenItems seen;

    Changes(Following following, Reading reading, SeenItems seen) {
        this.following = following;
        this.reading = reading;
        this.seen = seen;
    }

    ChangePage page(@Nullable Cursor cursor) {
        Following.Step step = following.step(cursor);
        Said said = Said.in(step.page());
        List<Change> changes = new ArrayList<>();
        Set<String> read = new LinkedHashSet<>(said.series);
        if (step.listing()) {
            read.addAll(said.present.keySet());
        } else {
            said.present.forEach((id, version) -> {
                seen.add(id);
                changes.add(new Change.Upserted(new ItemId(id), new ItemVersion(version)));
            });
        }
        said.removed.stream()
                .filter(id -> said.isInDoubt(id) || seen.contain(id))
                .forEach(read::add);
        said.removed.stream()
                .filter(id -> !read.contains(id))
                .forEach(id -> changes.add(new Change.Removed(new ItemId(id), Removal.UNKNOWN)));
        reading.read(List.copyOf(read)).forEach(outcome -> add(outcome, said, changes));
        return new ChangePage(changes, step.next(), step.more(), step.listing() && !step.more());
    }

    /** A page of a folder that is not made yet; what comes into it later on is told from its cursor. */
    static ChangePage nothing(@Nullable Cursor cursor) {
        Cursor beginning = new StrandCursor(false, 0, List.of(Strand.begin(null))).toCursor();
        if (cursor != null && !cursor.equals(beginning)) {
            throw folderGone();
        }
        return new ChangePage(List.of(), beginning, false, cursor == null);
    }

    static MailboxUnavailableException folderGone() {
        return new MailboxUnavailableException("the folder that is synced is not there any more; sync again");
    }

    private static void add(ReadOutcome outcome, Said said, List<Change> changes) {
        String id = outcome.id().value();
        if (outcome instanceof ReadOutcome.Found found) {
            changes.add(new Change.Upserted(found.id(), found.record().version(), found.record()));
        } else if (outcome instanceof ReadOutcome.Absent absent) {
            // Whoever has gone since the page was made is told as gone by the next one.
            if (said.removed.contains(id)) {
                changes.add(new Change.Removed(outcome.id(), absent.removal()));
            }
        } else {
            changes.add(new Change.Upserted(outcome.id(), new ItemVersion(said.present.getOrDefault(id, UNTOLD))));
        }
    }

    /** What a page says of each id. */
    private static final class Said {

        private final Map<String, String> present = new LinkedHashMap<>();
        private final Set<String> series = new LinkedHashSet<>();
        private final Set<String> removed = new LinkedHashSet<>();
        private final Set<String> inDoubt = new LinkedHashSet<>();

        static Said in(DeltaPage page) {
            Said said = new Said();
            page.entries().forEach(said::note);
            said.series.removeAll(said.present.keySet());
            said.settle();
            return said;
        }

        private void note(DeltaEntry entry) {
            if (entry instanceof DeltaEntry.Present item) {
                present.put(item.id(), item.version());
            } else if (entry instanceof DeltaEntry.Occurrence occurrence) {
                series.add(occurrence.seriesId());
            } else {
                removed.add(entry.id());
            }
        }

        /** The order of a page says nothing: who is there and is not there has to be read. */
        private void settle() {
            for (String id : removed) {
                if (present.containsKey(id) || series.contains(id)) {
                    inDoubt.add(id);
                }
            }
            present.keySet().removeAll(inDoubt);
            series.removeAll(inDoubt);
        }

        boolean isInDoubt(String id) {
            return inDoubt.contains(id);
        }
    }
}
