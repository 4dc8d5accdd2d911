package io.github.crosstie.examples.systems;

import io.github.crosstie.connector.Connector;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import java.time.ZoneId;
import java.util.List;

/**
 * Where organizations, records and mailboxes are. As thread-safe as its connectors; screens are for one person at a
 * time.
 */
public interface Systems extends AutoCloseable {

    /** Where everybody lives. */
    ZoneId ZONE = ZoneId.of("Europe/Berlin");

    /**
     * The organizations, as they were read when the systems were made.
     *
     * @return a directory for each, in the order in which they were given
     */
    List<Directory> directories();

    /**
     * The library's way to an organization's records.
     *
     * @param organization one of {@link #directories}
     * @return always the same connector
     * @throws IllegalArgumentException if there is no such organization
     */
    Connector crm(OrganizationId organization);

    /**
     * The library's way to the mailboxes of all organizations.
     *
     * @return always the same connector
     */
    Connector mail();

    /**
     * A person's way to their own records, past the library.
     *
     * @param side the CRM or the mailbox
     * @param organization the person's organization
     * @param owner the person as that side knows them: a user's id, or the address of a mailbox
     * @param kind contacts or events
     * @return the screen; a mailbox in memory is made by it
     */
    Screen screen(Side side, OrganizationId organization, Owner owner, ItemKind kind);

    /**
     * What servers have been asked so far.
     *
     * @return a line for each server; none where nothing goes over a wire
     */
    List<String> traffic();

    /** Ends what runs. */
    @Override
    void close();
}
