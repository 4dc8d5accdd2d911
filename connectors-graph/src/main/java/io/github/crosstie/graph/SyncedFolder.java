package io.github.crosstie.graph;

import io.github.crosstie.connector.Removal;
import io.github.crosstie.connector.ScopeIdentity;
import io.github.crosstie.fault.MailboxUnavailableException;
import io.github.crosstie.graph.internal.item.ItemRecord;
import io.github.crosstie.graph.internal.operation.Folders;
import io.github.crosstie.graph.internal.operation.Place;
import io.github.crosstie.item.ItemKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The folder whose items are synced: the calendar, or one folder under Contacts, which is made for the first item
 * that is written, not for reading (S12, S17). Looked up when it is first needed, and again after an hour:
 * somebody may have deleted it, and made it anew. Thread-safe.
 */
final class SyncedFolder {

    private static final String WAY = "graph:";
    private static final Duration GOOD_FOR = Duration.ofHours(1);

    private final ItemKind kind;
    private final String name;
    private final Clock clock;
    private @Nullable Found found;
    private @Nullable List<Place> bins;
    private @Nullable String mailbox;
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

    /** The folder, if there is one, and until when that is taken for granted. */
    private record Found(Optional<Place> place, Instant until) {}

    /** The folder, for reading; empty if it is not made yet, which is looked up anew each time. */
    synchronized Optional<Place> present(Folders folders) {
        if (found != null && found.place().isEmpty()) {
            forget();
        }
        return known(folders);
    }

    /** The folder, for writing; made if it is not there. */
    synchronized Place made(Folders folders) {
        return present(folders).orElseGet(() -> {
            Place made = folders.makeContacts(name);
            remember(Optional.of(made));
            return made;
        });
    }

    private Optional<Place> known(Folders folders) {
        Found known = found;
        if (known != null && clock.instant().isBefore(known.until())) {
            return known.place();
        }
        forget();
        Optional<Place> place = kind == ItemKind.CONTACT ? folders.contacts(name) : Optional.of(folders.calendar());
        remember(place);
        return place;
    }

    private void remember(Optional<Place> place) {
        found = new Found(place, clock.instant().plus(GOOD_FOR));
    }

    private List<Place> bins(Folders folders) {
        List<Place> known = bins;
        if (known == null) {
            known = folders.bins();
            bins = known;
        }
        return known;
    }

    /**
     * What the folder is: the calendar, which comes with its mailbox, or the folder of contacts in its mailbox. Until
     * that is made, the mailbox alone. Over Exchange Web Services folders have ids that may be spelled alike, and
     * records have others: so it says by which way it is meant (S22).
     */
    synchronized ScopeIdentity identity(Folders folders) {
        Optional<String> id = present(folders).map(Place::id);
        if (kind == ItemKind.EVENT) {
            return new ScopeIdentity(id.orElseThrow());
        }
        String top = mailbox == null ? folders.mailbox() : mailbox;
        mailbox = top;
        String within = WAY + top;
        return id.map(folder -> ScopeIdentity.of(within, folder)).orElseGet(() -> new ScopeIdentity(within));
    }

    /** Reads in the folder, and forgets it if it is not there any more; empty if it is not made yet. */
    <T> Optional<T> reading(Folders folders, Function<Place, T> work) {
        return present(folders).map(place -> in(place, work));
    }

    /** Writes into the folder, and forgets it if it is not there any more. */
    <T> T writing(Folders folders, Function<Place, T> work) {
        return in(made(folders), work);
    }

    private <T> T in(Place place, Function<Place, T> work) {
        try {
            return work.apply(place);
        } catch (MailboxUnavailableException e) {
            forget();
            throw e;
        }
    }

    synchronized void forget() {
        found = null;
        bins = null;
        mailbox = null;
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
        if (known(folders).filter(place -> parent.equals(name(place))).isPresent()) {
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
