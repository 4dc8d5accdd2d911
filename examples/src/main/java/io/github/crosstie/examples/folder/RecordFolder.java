package io.github.crosstie.examples.folder;

import io.github.crosstie.connector.DocumentStore;
import io.github.crosstie.connector.Removal;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.fault.MailboxUnavailableException;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemVersion;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Files, whatever is in them. A file's name, encoded, is the record's id; a digest of its bytes is the record's version. */
record RecordFolder(Path folder, String suffix, String identity) implements DocumentStore {

    private static final String IDENTITY = ".identity";
    private static final String DELETED = "Deleted";

    static void create(Path folder, String identity) throws IOException {
        Files.createDirectories(folder.resolve(DELETED));
        Files.writeString(folder.resolve(IDENTITY), identity, StandardOpenOption.CREATE_NEW);
    }

    static RecordFolder open(Path folder, String suffix) {
        try {
            return new RecordFolder(folder, suffix, Files.readString(folder.resolve(IDENTITY)));
        } catch (IOException absent) {
            throw new MailboxUnavailableException(
                    "no folder " + folder.getFileName() + "; create the mailbox, or mount the disk", absent);
        }
    }

    /** What lies directly in a folder, so that no name leads out of it. */
    static Path within(Path folder, String name) {
        if (name.startsWith(".") || !folder.equals(folder.resolve(name).getParent())) {
            throw new MailboxUnavailableException("a name of an owner or folder leads out of its place; correct it");
        }
        return folder.resolve(name);
    }

    @Override
    public SortedMap<ItemId, ItemVersion> list() {
        SortedMap<ItemId, ItemVersion> listing = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "[!.]*" + suffix)) {
            for (Path file : files) {
                ItemId id = id(file.getFileName().toString());
                read(id).ifPresent(document -> listing.put(id, document.version()));
            }
            return listing;
        } catch (IOException | DirectoryIteratorException trouble) {
            throw new UnavailableException("folder " + folder.getFileName() + " cannot be listed now", trouble);
        }
    }

    @Override
    public Optional<Document> read(ItemId id) {
        Path file = file(id);
        if (Files.notExists(file) || Files.isDirectory(file)) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            Instant modifiedAt = Files.getLastModifiedTime(file).toInstant();
            return Optional.of(new Document(new String(bytes, StandardCharsets.UTF_8), version(bytes), modifiedAt));
        } catch (IOException trouble) {
            throw new UnavailableException("a file of " + folder.getFileName() + " cannot be read now", trouble);
        }
    }

    /** A file that is just gone may have been moved elsewhere. */
    @Override
    public Removal removal(ItemId id) {
        return Files.exists(deleted(id)) ? Removal.DELETED : Removal.UNKNOWN;
    }

    /** A plain move refuses to replace a file. */
    @Override
    public WriteOutcome create(String uid, String text) throws IOException {
        return write(id(uid + suffix), text);
    }

    @Override
    public WriteOutcome replace(ItemId id, ItemVersion expected, String text) throws IOException {
        return write(id, text, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Writes the whole file or nothing of it: readers see the old one or the new one, after a power failure too. */
    private WriteOutcome write(ItemId id, String text, CopyOption... options) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Path draft = folder.resolve("." + version(bytes) + ".draft");
        Files.write(draft, bytes, StandardOpenOption.CREATE, StandardOpenOption.SYNC);
        Files.move(draft, file(id), options);
        return new WriteOutcome.Written(id, version(bytes));
    }

    @Override
    public WriteOutcome delete(ItemId id, ItemVersion expected) throws IOException {
        Files.move(file(id), deleted(id), StandardCopyOption.ATOMIC_MOVE);
        return new WriteOutcome.Written(id, expected);
    }

    private Path deleted(ItemId id) {
        return folder.resolve(DELETED).resolve(file(id).getFileName());
    }

    private Path file(ItemId id) {
        return within(folder, URLDecoder.decode(id.value(), StandardCharsets.UTF_8));
    }

    private static ItemId id(String name) {
        return new ItemId(URLEncoder.encode(name, StandardCharsets.UTF_8));
    }

    private static ItemVersion version(byte[] bytes) {
        return new ItemVersion(UUID.nameUUIDFromBytes(bytes).toString());
    }
}
