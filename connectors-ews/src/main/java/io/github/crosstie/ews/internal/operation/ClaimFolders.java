package io.github.crosstie.ews.internal.operation;

import io.github.crosstie.ews.internal.soap.EwsChannel;
import io.github.crosstie.ews.internal.soap.ResponseCode;
import io.github.crosstie.ews.internal.soap.Trouble;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.internal.exchange.OwnProperties;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A text in a mailbox that can be replaced only by who knows it (S12), out of people's sight.
 *
 * <p>The one thing that a server surely keeps unique is the name of a folder among those beside it. So each text is a folder
 * with a number for a name: the highest number counts, and of several who replace it at the same time the one wins who
 * creates the next number. Whoever comes so late that numbers have gone by and been cleared away sees after creating that a
 * higher one is there, and has lost as well.
 */
public final class ClaimFolders {

    private static final String CONTAINER = OwnProperties.CLAIM_FOLDER;
    private static final String PREFIX = "claim-";
    private static final int TRIES = 3;

    private final FolderReference root;
    private final ClaimPlace place;
    private final FindFolder finding;
    private final GetFolder getting;
    private final CreateFolder creating;
    private final DeleteFolder deleting;
    private final PropertyPath property;
    private final String propertyName;

    /**
     * The text in a mailbox.
     *
     * @param channel the mailbox
     * @param root the mailbox's root folder
     * @param clock tells when now is
     * @param propertySet the set of this library's own properties, a GUID
     * @param place where it was found before
     */
    public ClaimFolders(EwsChannel channel, FolderReference root, Clock clock, String propertySet, ClaimPlace place) {
        this.root = root;
        this.place = place;
        this.finding = new FindFolder(channel, clock);
        this.getting = new GetFolder(channel, clock);
        this.creating = new CreateFolder(channel, clock);
        this.deleting = new DeleteFolder(channel);
        this.propertyName = OwnProperties.CLAIM;
        this.property = PropertyPath.named(propertySet, propertyName, "String");
    }

    /**
     * Reads the text, in one request if it is the one that was read last.
     *
     * @return the text, or empty if there never was one
     */
    public Optional<Stored> read() {
        Optional<FolderKey> known = place.container();
        if (known.isPresent()) {
            try {
                return read(known.get());
            } catch (CrosstieException e) {
                if (Trouble.of(e).filter(ClaimFolders::isGone).isEmpty()) {
                    throw e;
                }
                place.forget();
            }
        }
        return container().flatMap(this::read);
    }

    private static boolean isGone(Trouble trouble) {
        return trouble.is(ResponseCode.FOLDER_NOT_FOUND) || trouble.is(ResponseCode.ITEM_NOT_FOUND);
    }

    private Optional<Stored> read(FolderKey container) {
        for (int tries = 0; tries < TRIES; tries++) {
            Optional<Numbered> newest = newest(list(container));
            if (newest.isEmpty()) {
                return Optional.empty();
            }
            Optional<Stored> stored =
                    newest.flatMap(found -> place.in(found.folder()).or(() -> read(found)));
            if (stored.isPresent()) {
                return stored;
            }
        }
        throw new UnavailableException("GetFolder: the mailbox's claim changes all the time; try again later");
    }

    /** Nothing if it was cleared away meanwhile, by who has replaced it twice. */
    private Optional<Stored> read(Numbered found) {
        Optional<Stored> stored = getting.get(List.of(found.folder()), List.of(property))
                .get(0)
                .map(folder ->
                        new Stored(found.number(), folder.extended().getOrDefault(propertyName, ""), found.folder()));
        stored.ifPresent(place::read);
        return stored;
    }

    /**
     * Replaces the text, if it is still the expected one.
     *
     * @param expected what {@link #read} told
     * @param text the new one
     * @return whether the new one stands; if not, somebody else's does
     * @throws io.github.crosstie.fault.CrosstieException if nobody knows; read it again
     */
    public boolean replace(Optional<Stored> expected, String text) {
        FolderKey container = openContainer();
        List<Numbered> before = list(container);
        if (!newest(before).equals(expected.map(Stored::numbered))) {
            return false;
        }
        long number = expected.map(stored -> stored.number() + 1).orElse(1L);
        clear(before.stream().filter(stored -> stored.number() + 1 < number).toList());
        Optional<FolderKey> created =
                creating.create(container, new NewFolder(NewFolder.Kind.ANY, PREFIX + number, Map.of(property, text)));
        if (created.isEmpty()) {
            return false;
        }
        if (newest(list(container)).filter(found -> found.number() == number).isPresent()) {
            place.read(new Stored(number, text, created.get()));
            return true;
        }
        deleting.delete(List.of(created.get()));
        return false;
    }

    private void clear(List<Numbered> outdated) {
        if (!outdated.isEmpty()) {
            deleting.delete(outdated.stream().map(Numbered::folder).toList());
        }
    }

    private FolderKey openContainer() {
        return place.container().or(this::container).orElseGet(this::makeContainer);
    }

    private FolderKey makeContainer() {
        FolderKey made = creating.create(root, new NewFolder(NewFolder.Kind.ANY, CONTAINER, Map.of()))
                .or(this::container)
                .orElseThrow(() -> new ContractBrokenException(
                        "CreateFolder: the server says that a folder exists, and does not find it; report it"));
        place.found(made);
        return made;
    }

    private Optional<FolderKey> container() {
        Optional<FolderKey> found =
                finding.find(root, CONTAINER, List.of()).stream().findFirst().map(Folder::key);
        found.ifPresent(place::found);
        return found;
    }

    private List<Numbered> list(FolderKey container) {
        List<Numbered> all = new ArrayList<>();
        for (Folder folder : finding.find(container, null, List.of())) {
            if (folder.displayName().matches(PREFIX + "[1-9]\\d{0,17}")) {
                all.add(new Numbered(
                        Long.parseLong(folder.displayName().substring(PREFIX.length())),
                        FolderKey.of(folder.key().id())));
            }
        }
        return all;
    }

    private static Optional<Numbered> newest(List<Numbered> all) {
        return all.stream().max(Comparator.comparingLong(Numbered::number));
    }

    /** A folder that holds a text, and its number. The version of the folder does not matter. */
    private record Numbered(long number, FolderKey folder) {}

    /**
     * A text with its number, which is what makes two of them equal: the version of the folder does not matter.
     *
     * @param number grows with each replacement
     * @param text the text
     * @param folder the folder that holds it
     */
    public record Stored(long number, String text, FolderKey folder) {

        private Numbered numbered() {
            return new Numbered(number, FolderKey.of(folder.id()));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Stored that && number == that.number && text.equals(that.text);
        }

        @Override
        public int hashCode() {
            return Long.hashCode(number);
        }
    }
}
