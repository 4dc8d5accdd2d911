package io.github.crosstie.testkit.graph;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.testkit.internal.mailbox.StoredMailbox;
import java.util.Locale;

/** The owner of a mailbox. */
final class OwnerResource implements Resource {

    @Override
    public GraphReply answer(GraphRequest request) throws GraphRefusal {
        if (!request.is("GET")) {
            throw GraphRefusal.notAllowed();
        }
        StoredMailbox mailbox = request.mailbox();
        ObjectNode user = JsonNodeFactory.instance.objectNode();
        user.put("id", id(mailbox));
        user.put("displayName", mailbox.displayName);
        user.put("mail", mailbox.address);
        user.put("userPrincipalName", mailbox.address);
        return GraphReply.ok(user);
    }

    /** The id of the owner in the organization's directory. */
    static String id(StoredMailbox mailbox) {
        return String.format(Locale.ROOT, "20000000-0000-4000-8000-%012d", mailbox.number);
    }
}
