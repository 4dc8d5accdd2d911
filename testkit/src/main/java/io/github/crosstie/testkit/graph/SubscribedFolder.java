package io.github.crosstie.testkit.graph;

import io.github.crosstie.testkit.internal.mailbox.Organization;
import io.github.crosstie.testkit.internal.mailbox.StoredFolder;
import io.github.crosstie.testkit.internal.mailbox.StoredMailbox;
import java.util.List;

/** Finds the folders that a subscription names, such as {@code users/anna@acme.example/events}: all calendars. */
final class SubscribedFolder {

    private final Organization organization;

    SubscribedFolder(Organization organization) {
        this.organization = organization;
    }

    /** The folders of a resource. */
    Place find(String resource, GraphRequest request) throws GraphRefusal {
        Address address = Address.read("/" + resource, "");
        List<String> path = address.path();
        int owner = address.mailboxSegments();
        if (owner == 0 || path.size() <= owner) {
            throw unknown(resource);
        }
        StoredMailbox mailbox = owner == 1 ? request.mailbox() : organization.find(path.get(1));
        if (mailbox == null) {
            throw new GraphRefusal(404, "ErrorInvalidUser", "The requested user '" + path.get(1) + "' is invalid.");
        }
        return place(
                mailbox,
                path.subList(owner, path.size()),
                resource,
                request.prefer().immutableIds());
    }

    private static Place place(StoredMailbox mailbox, List<String> path, String resource, boolean immutableIds)
            throws GraphRefusal {
        boolean events = path.get(path.size() - 1).equalsIgnoreCase("events");
        if (!events && !path.get(path.size() - 1).equalsIgnoreCase("contacts")) {
            throw unknown(resource);
        }
        String folder = "";
        if (path.size() > 1) {
            boolean own = path.size() == 2 && path.get(0).equalsIgnoreCase("calendar");
            StoredFolder named = ItemIds.folder(mailbox, own ? "calendar" : path.get(1));
            if (named == null) {
                throw GraphRefusal.notFound();
            }
            folder = named.id;
        }
        return new Place(mailbox, folder, events, immutableIds);
    }

    private static GraphRefusal unknown(String resource) {
        return new GraphRefusal(400, "InvalidRequest", "The resource '" + resource + "' cannot be subscribed to here.");
    }

    /**
     * Where changes are looked for.
     *
     * @param mailbox whose folder it is
     * @param folder the id of the only folder; empty for all calendars, or for all folders of contacts
     * @param events whether events are meant, and no contacts
     * @param immutableIds whether ids are told that outlive moves
     */
    record Place(StoredMailbox mailbox, String folder, boolean events, boolean immutableIds) {

        /** Whether a folder is looked at. */
        boolean has(String id) {
            StoredFolder changed = mailbox.folders.get(id);
            String wanted = events ? "IPF.Appointment" : "IPF.Contact";
            return folder.isEmpty() ? changed != null && changed.folderClass.equals(wanted) : folder.equals(id);
        }
    }
}
