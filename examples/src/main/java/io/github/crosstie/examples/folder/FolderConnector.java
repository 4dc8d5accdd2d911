package io.github.crosstie.examples.folder;

import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.connector.Connector;
import io.github.crosstie.connector.DocumentEndpoint;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * Mailboxes in folders: for each owner one of contacts in {@code .vcf} and one of events in {@code .ics}. Thread-safe.
 *
 * @param root the folder in which each owner has a folder, named as the owner
 * @param clock when events are made
 * @param ids a name that no file has had yet, such as a random UUID
 */
public record FolderConnector(Path root, Clock clock, Supplier<String> ids) implements Connector {

    /** Makes an owner's folders, once. {@link #open} makes none, so that a disk that is not mounted is no empty mailbox. */
    public void createMailbox(Owner owner, SyncConfiguration configuration) throws IOException {
        for (ItemKind kind : ItemKind.values()) {
            RecordFolder.create(folder(owner, kind, configuration), ids.get());
        }
    }

    @Override
    public Side side() {
        return Side.MAIL;
    }

    @Override
    public Endpoint open(Owner owner, ItemKind kind, SyncConfiguration configuration) {
        Path folder = folder(owner, kind, configuration);
        return kind == ItemKind.CONTACT
                ? DocumentEndpoint.of(side(), RecordFolder.open(folder, ".vcf"), ContactFormat.CARDS, ids)
                : DocumentEndpoint.of(side(), RecordFolder.open(folder, ".ics"), EventFormat.stampedBy(clock), ids);
    }

    private Path folder(Owner owner, ItemKind kind, SyncConfiguration configuration) {
        String name = kind == ItemKind.CONTACT ? configuration.contacts().folder() : "Calendar";
        return RecordFolder.within(RecordFolder.within(root, owner.value()), name);
    }
}
