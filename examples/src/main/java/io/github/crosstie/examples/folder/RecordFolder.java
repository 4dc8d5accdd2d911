package io.github.crosstie.examples.folder;

import io.github.crosstie.fault.MailboxUnavailableException;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** Files, whatever is in them. A file's name is the record's id, a digest of its bytes is the record's version. */
record RecordFolder(Path folder, String suffix, String identity) {

    private static final String IDENTITY = ".identity";
    private static final String DELETED = "Deleted";

    /** What a file holds. */
    record Content(String text, ItemVersion version, Instant modifiedAt) {}

    static void create(Path folder, String identity) {
        try {
            Files.createDirectories(folder.resolve(DELETED));
            Files.writeString(folder.resolve(IDENTITY), identity, StandardOpenOption.CREATE_NEW);
        } catch (IOException refused) {
            throw new UncheckedIOException("folder " + folder.getFileName() + " cannot be made", refused);
        }
    }

    static RecordFolder open(Path folder, String suffix) {
        try {
            return new RecordFolder(folder, suffix, Files.readString(folder.resolve(IDENTITY)));
        } catch (NoSuchFileException absent) {
            throw new MailboxUnavailableException(
                    "no folder " + folder.getFileName() + "; create the mailbox, or mount the disk that it is on",
                    absent);
        } catch (IOException trouble) {
            throw new UnavailableException("folder " + folder.getFileName() + " cannot be read now", trouble);
        }
    }

    /** What lies directly in a folder, so that no name leads out of it. */
    static Path within(Path folder, String name) {
        Path path = folder.resolve(name);
        if (name.startsWith(".") || !folder.equals(path.getParent())) {
            throw new MailboxUnavailableException(
                    "a name of an owner or a folder leads out of the folder it is in; correct it");
        }
        return path;
    }

    /** Every record for certain: what is renamed meanwhile may be left out, so two readings have to agree. */
    SortedMap<ItemId, ItemVersion> list() {
        try {
            SortedMap<ItemId, ItemVersion> listing = listOnce();
            if (listing.equals(listOnce())) {
                return listing;
            }
        } catch (IOException | UncheckedIOException trouble) {
            throw new UnavailableException("folder " + folder.getFileName() + " cannot be listed now", trouble);
        }
        throw new UnavailableException("folder " + folder.getFileName() + " changes while it is listed; try again");
    }

    private SortedMap<ItemId, ItemVersion> listOnce() throws IOException {
        SortedMap<ItemId, ItemVersion> listing = new TreeMap<>();
        for (ItemId id : names()) {
            read(id).ifPresent(content -> listing.put(id, content.version()));
        }
        return listing;
    }

    private List<ItemId> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(suffix) && !name.startsWith("."))
                    .map(name -> new ItemId(name.substring(0, name.length() - suffix.length())))
                    .toList();
        }
    }

    Optional<Content> read(ItemId id) throws IOException {
        Path file = file(id);
        try {
            byte[] bytes = Files.readAllBytes(file);
            Instant modifiedAt = Files.getLastModifiedTime(file).toInstant();
            return Optional.of(new Content(new String(bytes, StandardCharsets.UTF_8), version(bytes), modifiedAt));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
    }

    /** Whether the record was deleted for certain. A file that is just gone may have been moved elsewhere. */
    boolean deleted(ItemId id) {
        return Files.exists(folder.resolve(DELETED).resolve(file(id).getFileName()));
    }

    /** Writes the whole file or nothing of it: readers see the old one or the new one, after a power failure too. */
    ItemVersion write(ItemId id, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Path draft = folder.resolve("." + id.value() + ".draft");
        Files.write(
                draft, bytes, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.SYNC);
        Files.move(draft, file(id), StandardCopyOption.ATOMIC_MOVE);
        return version(bytes);
    }

    /** Deletes the recoverable way. */
    void delete(ItemId id) throws IOException {
        Files.move(file(id), folder.resolve(DELETED).resolve(id.value() + suffix), StandardCopyOption.ATOMIC_MOVE);
    }

    private Path file(ItemId id) {
        return within(folder, id.value() + suffix);
    }

    private static ItemVersion version(byte[] bytes) {
        return new ItemVersion(UUID.nameUUIDFromBytes(bytes).toString());
    }
}
