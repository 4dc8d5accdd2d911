package io.github.crosstie.graph;

import io.github.crosstie.connector.Removal;
import io.github.crosstie.fault.MailboxUnavailableException;
import io.github.crosstie.graph.item.ItemRecord;
import io.github.crosstie.graph.operation.Folders;
import io.github.crosstie.graph.operation.Place;
import io.github.crosstie.item.ItemKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The folder whose items are synced: the calendar, or one folder under Contacts, which is made if it is not there
 * (S17). Looked up when it is first needed, and again after an hour: somebody may have deleted it, and made it anew.
 * Thread-safe.
 */
final class SyncedFolder {

    private static final Duration GOOD_FOR = Duration.ofHours(1);

    private final ItemKind kind;
    private final String name;
    private final Clock clock;
    private @Nullable Found found;
    private boolean tellsPlaces;

    /**
     * A folder that nothing is known of.
     *
     * @param kind contacts or events
     * @param name the name of a folder of contacts
     * @param clock tells when to look again
     */
    SyncedFolder(ItemKind kind, String name, Clock clock) {
        this.kind = kind;
        this.name = name;
        this.clock = clock;
    }

    /** The folder, where deleted items go, and until when that is taken for granted. */
    private record Found(Place place, @Nullable List<Place> bins, Instant until) {}

    synchronized Place place(Folders folders) {
        return known(folders).place();
    }

    private Found known(Folders folders) {
        Found known = found;
        if (known == null || !clock.instant().isBefore(known.until())) {
            Place place = kind == ItemKind.CONTACT ? folders.contacts(name) : folders.calendar();
            known = new Found(place, null, clock.instant().plus(GOOD_FOR));
            found = known;
        }
        return known;
    }

    private List<Place> bins(Folders folders) {
        Found known = known(folders);
        List<Place> bins = known.bins();
        if (bins == null) {
            bins = folders.bins();
            found = new Found(known.place(), bins, known.until());
        }
        return bins;
    }

    /** Does something in the folder; forgets the folder if it is not there any more. */
    <T> T in(Folders folders, Function<Place, T> work) {
        try {
            return work.apply(place(folders));
        } catch (MailboxUnavailableException e) {
            forget();
            throw e;
        }
    }

    synchronized void forget() {
        found = null;
    }

    /**
     * Why an item that was read is none of this folder (S10): ids find items wherever they were moved to, so that it
     * shows where it is. Empty if it is one of this folder, as far as the server says.
     */
    synchronized Optional<Removal> removal(ItemRecord item, Folders folders) {
        String parent = item.parent();
        if (parent.isEmpty()) {
            return Optional.empty();
        }
        if (parent.equals(name(known(folders).place()))) {
            tellsPlaces = true;
            return Optional.empty();
        }
        if (bins(folders).stream().anyMatch(bin -> parent.equals(name(bin)))) {
            return Optional.of(Removal.DELETED);
        }
        // Entry ids are compared as they are spelled: only once one of the calendar's own was recognized, another one
        // tells.
        return kind == ItemKind.CONTACT || tellsPlaces ? Optional.of(Removal.GONE_FROM_VIEW) : Optional.empty();
    }

    private String name(Place place) {
        return kind == ItemKind.CONTACT ? place.id() : place.entryId();
    }
}
