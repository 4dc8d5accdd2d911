package io.github.crosstie.testkit.graph;

import io.github.crosstie.testkit.mailbox.Organization;
import io.github.crosstie.testkit.mailbox.StoredFolder;
import io.github.crosstie.testkit.mailbox.StoredMailbox;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the folder that a subscription names, such as {@code users/anna@acme.example/events}. */
final class SubscribedFolder {

    private final Organization organization;

    SubscribedFolder(Organization organization) {
        this.organization = organization;
    }

    /** The folder of a resource. */
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
        List<String> below = path.subList(owner, path.size());
        StoredFolder folder = folder(mailbox, below);
        if (folder == null) {
            throw unknown(resource);
        }
        boolean events = below.get(below.size() - 1).equalsIgnoreCase("events");
        return new Place(mailbox, folder, events, request.prefer().immutableIds());
    }

    private static @Nullable StoredFolder folder(StoredMailbox mailbox, List<String> path) {
        String first = path.get(0).toLowerCase(Locale.ROOT);
        String last = path.get(path.size() - 1).toLowerCase(Locale.ROOT);
        if (!last.equals("events") && !last.equals("contacts")) {
            return null;
        }
        if (path.size() == 3 && (first.equals("calendars") || first.equals("contactfolders"))) {
            return ItemIds.folder(mailbox, path.get(1));
        }
        return mailbox.distinguished(last.equals("events") ? "calendar" : "contacts");
    }

    private static GraphRefusal unknown(String resource) {
        return new GraphRefusal(
                400, "InvalidRequest", "The resource '" + resource + "' cannot be subscribed to here.");
    }

    /**
     * Where changes are looked for.
     *
     * @param mailbox whose folder it is
     * @param folder the folder
     * @param events whether events are in it, and no contacts
     * @param immutableIds whether ids are told that outlive moves
     */
    record Place(StoredMailbox mailbox, StoredFolder folder, boolean events, boolean immutableIds) {}
}
