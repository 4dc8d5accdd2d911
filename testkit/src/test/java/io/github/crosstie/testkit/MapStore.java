package io.github.crosstie.testkit;

import io.github.crosstie.connector.DocumentStore;
import io.github.crosstie.connector.Removal;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Documents in memory, with faults to order. */
final class MapStore implements DocumentStore {

    private final Map<ItemId, String> texts = new TreeMap<>();
    private final Set<ItemId> bin = new HashSet<>();
    private int uids;
    private boolean hides;
    private boolean compares;
    private @Nullable RuntimeException trouble;

    Map<ItemId, String> texts() {
        return texts;
    }

    Set<ItemId> bin() {
        return bin;
    }

    String text(ItemId id) {
        return Objects.requireNonNull(texts.get(id), "text");
    }

    String nextUid() {
        return "uid /" + ++uids;
    }

    /** Leaves everything out of the next listing. */
    void hideOnce() {
        hides = true;
    }

    /** From now on it says that it compares versions in one step with a write. */
    void compareVersions() {
        compares = true;
    }

    @Override
    public boolean comparesVersions() {
        return compares;
    }

    void fail(RuntimeException trouble) {
        this.trouble = trouble;
    }

    @Override
    public String identity() {
        return "map";
    }

    @Override
    public SortedMap<ItemId, ItemVersion> list() {
        SortedMap<ItemId, ItemVersion> listing = new TreeMap<>();
        if (!hides) {
            texts.forEach((id, text) -> listing.put(id, version(text)));
        }
        hides = false;
        return listing;
    }

    @Override
    public Optional<Document> read(ItemId id) {
        if (trouble != null) {
            throw trouble;
        }
        return Optional.ofNullable(texts.get(id)).map(text -> new Document(text, version(text), null));
    }

    @Override
    public Removal removal(ItemId id) {
        return bin.contains(id) ? Removal.DELETED : Removal.UNKNOWN;
    }

    @Override
    public WriteOutcome create(String uid, String text) throws IOException {
        ItemId id = new ItemId(uid);
        if (texts.putIfAbsent(id, text) != null) {
            throw new FileAlreadyExistsException(uid);
        }
        return new WriteOutcome.Written(id, version(text));
    }

    @Override
    public WriteOutcome replace(ItemId id, ItemVersion expected, String text) {
        texts.put(id, text);
        return new WriteOutcome.Written(id, version(text));
    }

    @Override
    public WriteOutcome delete(ItemId id, ItemVersion expected) {
        texts.remove(id);
        bin.add(id);
        return new WriteOutcome.Written(id, expected);
    }

    private static ItemVersion version(String text) {
        return new ItemVersion(
                UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString());
    }
}
