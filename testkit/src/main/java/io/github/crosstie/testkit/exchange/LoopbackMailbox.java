package io.github.crosstie.testkit.exchange;

import io.github.crosstie.testkit.internal.mailbox.Organization;
import io.github.crosstie.testkit.internal.mailbox.StoredFolder;
import io.github.crosstie.testkit.internal.mailbox.StoredMailbox;
import java.util.List;

/** A mailbox as its owner sees it. Thread-safe. */
public final class LoopbackMailbox {

    private final Organization organization;
    private final StoredMailbox mailbox;

    LoopbackMailbox(Organization organization, StoredMailbox mailbox) {
        this.organization = organization;
        this.mailbox = mailbox;
    }

    /**
     * The primary address.
     *
     * @return as it was given
     */
    public String address() {
        return mailbox.address;
    }

    /**
     * Adds an address that leads to this mailbox, too.
     *
     * @param address the address
     * @return this
     */
    public LoopbackMailbox alias(String address) {
        mailbox.aliases.add(address);
        return this;
    }

    /**
     * Names the owner.
     *
     * @param name the name that others see
     * @return this
     */
    public LoopbackMailbox owner(String name) {
        organization.alone(() -> mailbox.displayName = name);
        return this;
    }

    /**
     * The folder of contacts that every mailbox has.
     *
     * @return the folder
     */
    public LoopbackFolder contacts() {
        return distinguished("contacts");
    }

    /**
     * The calendar that every mailbox has.
     *
     * @return the folder
     */
    public LoopbackFolder calendar() {
        return distinguished("calendar");
    }

    /**
     * The folder of deleted items.
     *
     * @return the folder
     */
    public LoopbackFolder deletedItems() {
        return distinguished("deleteditems");
    }

    /**
     * A folder that every mailbox has.
     *
     * @param name its fixed name, such as {@code inbox}
     * @return the folder
     * @throws IllegalArgumentException if there is none of that name
     */
    public LoopbackFolder distinguished(String name) {
        return organization.alone(() -> new LoopbackFolder(organization, mailbox, mailbox.distinguished(name)));
    }

    /**
     * A folder of any name.
     *
     * @param name the name that people see; case does not matter
     * @return the folder
     * @throws IllegalArgumentException if there is none of that name
     */
    public LoopbackFolder folder(String name) {
        return organization.alone(() -> {
            StoredFolder folder = mailbox.folderNamed(name);
            if (folder == null) {
                throw new IllegalArgumentException("folder " + name + ": it is not there; make it with addFolder");
            }
            return new LoopbackFolder(organization, mailbox, folder);
        });
    }

    /**
     * Makes a folder.
     *
     * @param name its name
     * @param parent the folder that it lies in
     * @return the folder, of its parent's class
     */
    public LoopbackFolder addFolder(String name, LoopbackFolder parent) {
        return organization.alone(() -> {
            StoredFolder above = mailbox.folders.get(parent.id());
            if (above == null) {
                throw new IllegalArgumentException("folder " + name + ": its parent is not in this mailbox");
            }
            StoredFolder folder = mailbox.addFolder(new StoredFolder(above, "", above.folderClass, name));
            return new LoopbackFolder(organization, mailbox, folder);
        });
    }

    /**
     * Removes a folder for good, with all that is in it.
     *
     * @param folder a folder that somebody has made
     * @throws IllegalArgumentException if it is one that every mailbox has, or is not in this mailbox
     */
    public void removeFolder(LoopbackFolder folder) {
        organization.alone(() -> {
            StoredFolder stored = mailbox.folders.get(folder.id());
            if (stored == null || !stored.distinguishedName.isEmpty()) {
                throw new IllegalArgumentException("folder " + folder.name()
                        + ": it is not in this mailbox, or every mailbox has it; remove one that was made");
            }
            mailbox.removeFolders(stored);
            return mailbox;
        });
    }

    /**
     * The mail to attendees that Exchange would have sent.
     *
     * @return in the order in which it would have been sent; empty if nobody was told anything
     */
    public List<SentMessage> sent() {
        return mailbox.sent.stream()
                .map(mail -> new SentMessage(
                        SentMessage.Kind.valueOf(mail.kind().name()), mail.subject(), mail.recipients()))
                .toList();
    }

    /** Sync states that were given out so far are refused. */
    public void expireSyncStates() {
        organization.alone(() -> mailbox.syncEpoch++);
    }

    /** Moves to another server: all ids change, sync states die, the items stay. */
    public void moveElsewhere() {
        organization.alone(() -> {
            mailbox.moveElsewhere();
            return mailbox;
        });
    }
}
