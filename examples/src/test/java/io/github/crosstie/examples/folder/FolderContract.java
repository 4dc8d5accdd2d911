package io.github.crosstie.examples.folder;

import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.testkit.EndpointContract;
import io.github.crosstie.testkit.Items;
import io.github.crosstie.testkit.MutableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.io.TempDir;

/** What both kinds of a folder's records have in common, and what people do with their files. */
abstract class FolderContract extends EndpointContract {

    static final Owner ADA = new Owner("ada@example.com");

    @TempDir
    Path root;

    abstract ItemKind kind();

    /** Where a kind's files are, and before which line a person adds a property. */
    abstract Path folder();

    abstract String lastLine();

    @Override
    protected Endpoint open() {
        done(() -> connector().createMailbox(ADA, Items.anyConfiguration()));
        return openAgain();
    }

    @Override
    protected Endpoint openAgain() {
        return connector().open(ADA, kind(), Items.anyConfiguration());
    }

    FolderConnector connector() {
        return new FolderConnector(
                root, MutableClock.create(), () -> UUID.randomUUID().toString());
    }

    @Override
    protected ItemKind kind(Endpoint endpoint) {
        return kind();
    }

    @Override
    protected boolean deleteAsPerson(ItemId id) {
        Path file = file(id);
        return done(() -> Files.move(file, file.resolveSibling("Deleted").resolve(file.getFileName())));
    }

    @Override
    protected ItemId copyAsPerson(ItemId id) {
        Path file = file(id);
        Path copy = file.resolveSibling("Copy of " + file.getFileName());
        done(() -> Files.copy(file, copy));
        return new ItemId(URLEncoder.encode(copy.getFileName().toString(), StandardCharsets.UTF_8));
    }

    @Override
    protected Supplier<?> decorateAsPerson(ItemId id) {
        Path file = file(id);
        String pet = "X-PET;TYPE=cat:Mrs. Higgs\r\n";
        done(() -> Files.writeString(file, text(file).replace(lastLine(), pet + lastLine())));
        return () -> text(file).contains(pet);
    }

    private Path file(ItemId id) {
        return folder().resolve(URLDecoder.decode(id.value(), StandardCharsets.UTF_8));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A deed on the disk. */
    interface Deed {
        void act() throws IOException;
    }

    static boolean done(Deed deed) {
        try {
            deed.act();
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
