package io.github.crosstie.ews.operation;

import io.github.crosstie.ews.soap.EwsChannel;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.UnavailableException;
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

    private static final String CONTAINER = "Crosstie";
    private static final String PREFIX = "claim-";

    /** As much of a text as a search answers. */
    private static final int ANSWERED = 255;

    private final FolderReference root;
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
     */
    public ClaimFolders(EwsChannel channel, FolderReference root, Clock clock, String propertySet) {
        this.root = root;
        this.finding = new FindFolder(channel, clock);
        this.getting = new GetFolder(channel, clock);
        this.creating = new CreateFolder(channel, clock);
        this.deleting = new DeleteFolder(channel);
        this.propertyName = "CrosstieClaim";
        this.property = PropertyPath.named(propertySet, propertyName, "String");
    }

    /**
     * Reads the text.
     *
     * @return the text, or empty if there never was one
     */
    public Optional<Stored> read() {
        Optional<Folder> container = container();
        return container.isEmpty()
                ? Optional.empty()
                : newest(list(container.get().key()));
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
        List<Stored> before = list(container);
        if (!newest(before).equals(expected)) {
            return false;
        }
        long number = expected.map(stored -> stored.number() + 1).orElse(1L);
        clear(before.stream().filter(stored -> stored.number() + 1 < number).toList());
        Optional<FolderKey> created =
                creating.create(container, new NewFolder(NewFolder.Kind.ANY, PREFIX + number, Map.of(property, text)));
        if (created.isEmpty()) {
            return false;
        }
        if (newest(list(container)).filter(stored -> stored.number() == number).isPresent()) {
            return true;
        }
        deleting.delete(List.of(created.get()));
        return false;
    }

    private void clear(List<Stored> outdated) {
        if (!outdated.isEmpty()) {
            deleting.delete(outdated.stream().map(Stored::folder).toList());
        }
    }

    private FolderKey openContainer() {
        Optional<Folder> present = container();
        if (present.isPresent()) {
            return present.get().key();
        }
        return creating.create(root, new NewFolder(NewFolder.Kind.ANY, CONTAINER, Map.of()))
                .or(() -> container().map(Folder::key))
                .orElseThrow(() -> new ContractBrokenException(
                        "CreateFolder: the server says that a folder exists, and does not find it; report it"));
    }

    private Optional<Folder> container() {
        return finding.find(root, CONTAINER, List.of()).stream().findFirst();
    }

    private List<Stored> list(FolderKey container) {
        List<Stored> all = new ArrayList<>();
        for (Folder folder : finding.find(container, null, List.of(property))) {
            if (folder.displayName().matches(PREFIX + "[1-9]\\d{0,17}")) {
                all.add(new Stored(
                        Long.parseLong(folder.displayName().substring(PREFIX.length())),
                        folder.extended().getOrDefault(propertyName, ""),
                        folder.key()));
            }
        }
        return all;
    }

    private Optional<Stored> newest(List<Stored> all) {
        return all.stream().max(Comparator.comparingLong(Stored::number)).map(this::whole);
    }

    private Stored whole(Stored found) {
        if (found.text().length() < ANSWERED) {
            return found;
        }
        String text = getting.get(List.of(found.folder()), List.of(property))
                .get(0)
                .map(folder -> folder.extended().getOrDefault(propertyName, ""))
                .orElseThrow(() -> new UnavailableException(
                        "GetFolder: somebody has replaced the claim of the mailbox in this moment; try again"));
        return new Stored(found.number(), text, found.folder());
    }

    /**
     * A text with its number, which is what makes two of them equal: the version of the folder does not matter.
     *
     * @param number grows with each replacement
     * @param text the text
     * @param folder the folder that holds it
     */
    public record Stored(long number, String text, FolderKey folder) {

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
