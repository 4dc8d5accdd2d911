package io.github.crosstie.graph.internal.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.MailboxUnavailableException;
import io.github.crosstie.graph.internal.item.ExtendedProperty;
import io.github.crosstie.graph.internal.wire.GraphAnswer;
import io.github.crosstie.graph.internal.wire.GraphCall;
import io.github.crosstie.graph.internal.wire.GraphChannel;
import io.github.crosstie.internal.exchange.OwnProperties;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A text in a mailbox that can be replaced only by who knows it (S12), out of people's sight: the same that Exchange
 * Web Services show.
 *
 * <p>The one thing that a server surely keeps unique is the name of a folder among those beside it. So each text is a
 * folder with a number for a name: the highest number counts, and of several who replace it at the same time the one
 * wins who creates the next number. Whoever comes so late that numbers have gone by and been cleared away sees after
 * creating that a higher one is there, and has lost as well.
 *
 * <p>Remembers where the texts are, which saves requests. Thread-safe.
 */
public final class ClaimFolders {

    private static final String CONTAINER = OwnProperties.CLAIM_FOLDER;
    private static final String PREFIX = "claim-";
    private static final ExtendedProperty CLAIM = ExtendedProperty.own(OwnProperties.CLAIM);

    private final GraphChannel channel;
    private volatile @Nullable String rootId;
    private volatile @Nullable String containerId;

    /**
     * The text in a mailbox.
     *
     * @param channel the mailbox
     */
    public ClaimFolders(GraphChannel channel) {
        this.channel = channel;
    }

    /**
     * Reads the text.
     *
     * @return the text, or empty if there never was one
     */
    public Optional<Stored> read() {
        String known = containerId;
        if (known != null) {
            try {
                return newest(list(known));
            } catch (MailboxUnavailableException e) {
                // Whoever removed it has released the mailbox, or made another one.
                containerId = null;
            }
        }
        return container().flatMap(container -> newest(list(container)));
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
        String container = openContainer();
        List<Stored> before = list(container);
        if (!newest(before).equals(expected)) {
            return false;
        }
        long number = expected.map(stored -> stored.number() + 1).orElse(1L);
        before.stream().filter(stored -> stored.number() + 1 < number).forEach(stored -> delete(stored.folderId()));
        ObjectNode folder = CLAIM.put(folder(PREFIX + number), text);
        Optional<String> created = create(container, folder);
        if (created.isEmpty()) {
            return false;
        }
        if (newest(list(container)).filter(stored -> stored.number() == number).isPresent()) {
            return true;
        }
        delete(created.get());
        return false;
    }

    private String openContainer() {
        Optional<String> opened =
                container().or(() -> create(root(), folder(CONTAINER))).or(this::container);
        containerId = opened.orElse(null);
        return opened.orElseThrow(() -> new ContractBrokenException(
                "make the folder of claims: the server says that it exists, and does not find it; report it"));
    }

    private Optional<String> container() {
        if (rootId == null) {
            return containerBelow(root());
        }
        try {
            return containerBelow(root());
        } catch (MailboxUnavailableException e) {
            // A mailbox that was made anew has another root.
            rootId = null;
            return containerBelow(root());
        }
    }

    private Optional<String> containerBelow(String root) {
        GraphCall call = GraphCall.get("find the folder of claims", "mailFolders", root, "childFolders")
                .query("includeHiddenFolders", "true")
                .query("$filter", "displayName eq '" + CONTAINER + "'")
                .query("$select", "id,displayName");
        Optional<String> found = Pages.all(channel, call).stream()
                .filter(folder -> folder.path("displayName").asText("").equalsIgnoreCase(CONTAINER))
                .map(folder -> folder.path("id").asText(""))
                .findFirst();
        containerId = found.orElse(null);
        return found;
    }

    /** Above the folders that people see. */
    private String root() {
        String known = rootId;
        if (known == null) {
            GraphCall call = GraphCall.get("find the root of the mailbox", "mailFolders", "msgfolderroot")
                    .query("$select", "id,parentFolderId");
            known = channel.call(call).required().path("parentFolderId").asText("");
            if (known.isEmpty()) {
                throw new ContractBrokenException(
                        "find the root of the mailbox: the server does not say what the top of the mailbox is in;"
                                + " report it");
            }
            rootId = known;
        }
        return known;
    }

    private static ObjectNode folder(String name) {
        return JsonNodeFactory.instance.objectNode().put("displayName", name).put("isHidden", true);
    }

    /** The new folder's id, or empty if there is one of this name. */
    private Optional<String> create(String parentId, ObjectNode folder) {
        GraphAnswer answer = channel.call(
                GraphCall.post("make a folder of claims", folder, "mailFolders", parentId, "childFolders"));
        return Folders.isTaken(answer)
                ? Optional.empty()
                : Optional.of(answer.required().path("id").asText(""));
    }

    /** For good: a deletion alone would show it to people, in Deleted Items. Whoever was faster has done the same. */
    private void delete(String folderId) {
        GraphAnswer answer = channel.call(GraphCall.post(
                "clear an old claim",
                JsonNodeFactory.instance.objectNode(),
                "mailFolders",
                folderId,
                "permanentDelete"));
        if (!answer.succeeded() && !answer.trouble().orElseThrow().kind().ofItem()) {
            answer.required();
        }
    }

    private List<Stored> list(String container) {
        GraphCall call = GraphCall.get("read the claim", "mailFolders", container, "childFolders")
                .query("includeHiddenFolders", "true")
                .query("$select", "id,displayName")
                .query("$expand", ExtendedProperty.expand(List.of(CLAIM)));
        List<Stored> all = new ArrayList<>();
        for (JsonNode folder : Pages.all(channel, call)) {
            String name = folder.path("displayName").asText("");
            if (name.matches(PREFIX + "[1-9]\\d{0,17}")) {
                all.add(new Stored(
                        Long.parseLong(name.substring(PREFIX.length())),
                        CLAIM.of(folder),
                        folder.path("id").asText("")));
            }
        }
        return all;
    }

    private static Optional<Stored> newest(List<Stored> all) {
        return all.stream().max(Comparator.comparingLong(Stored::number));
    }

    /**
     * A text with its number, which is what makes two of them equal.
     *
     * @param number grows with each replacement
     * @param text the text
     * @param folderId the folder that holds it
     */
    public record Stored(long number, String text, String folderId) {

        /** The number alone: the text names who syncs. */
        @Override
        public String toString() {
            return "Stored[" + number + "]";
        }
    }
}
