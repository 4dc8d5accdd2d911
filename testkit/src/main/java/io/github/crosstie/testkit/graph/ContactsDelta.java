package io.github.crosstie.testkit.graph;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.testkit.internal.mailbox.StoredFolder;
import io.github.crosstie.testkit.internal.mailbox.StoredFolder.Change;
import io.github.crosstie.testkit.internal.mailbox.StoredItem;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What has changed among the contacts of a folder, in pages. Only {@code $select} is allowed, of a named folder, and
 * extended properties are never told. What came and went between two rounds is told as removed, although its client
 * never heard of it. Of something that left the folder and came back, only the removal is told if ids are immutable.
 */
final class ContactsDelta {

    private static final List<String> REFUSED = List.of("$filter", "$expand", "$orderby", "$search", "$top", "$skip");

    private final GraphRequest request;
    private final StoredFolder folder;
    private final DeltaToken token;
    private final Selection selection;

    private ContactsDelta(GraphRequest request, StoredFolder folder, DeltaToken token) {
        this.request = request;
        this.folder = folder;
        this.token = token;
        selection = Selection.read(select(token.scope()));
    }

    /**
     * One page.
     *
     * @param request the request
     * @param folder the folder
     * @param named whether the path names the folder; if not, nothing at all can be asked for
     */
    static GraphReply answer(GraphRequest request, StoredFolder folder, boolean named) throws GraphRefusal {
        if (!named && request.query().containsKey("$select")) {
            throw unsupported();
        }
        return new ContactsDelta(request, folder, token(request, folder)).page();
    }

    private static DeltaToken token(GraphRequest request, StoredFolder folder) throws GraphRefusal {
        for (String option : REFUSED) {
            if (request.query().containsKey(option)) {
                throw unsupported();
            }
        }
        String given = request.option("$skiptoken") + request.option("$deltatoken");
        if (given.isEmpty()) {
            return DeltaToken.start("contacts " + folder.created + " " + request.option("$select"), request.mailbox());
        }
        DeltaToken token = DeltaToken.read(given, request);
        if (!token.scope().startsWith("contacts " + folder.created + " ")) {
            throw new GraphRefusal(400, "ErrorInvalidUrlQuery", "The token is that of another resource.");
        }
        return token;
    }

    private static GraphRefusal unsupported() {
        return GraphRefusal.badQuery("The following parameters are not supported with change tracking over the "
                + "'Contacts' resource: '$orderby, $filter, $select, $expand, $search, $top'.");
    }

    private static String select(String scope) {
        return scope.substring(scope.indexOf(' ', "contacts ".length()) + 1);
    }

    private GraphReply page() throws GraphRefusal {
        int size = request.prefer().pageSize(Page.SIZE);
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        page.put("@odata.context", request.context("contacts") + "/$delta");
        ArrayNode value = page.putArray("value");
        Set<Long> gone = gone();
        for (Map.Entry<Long, Change> entry :
                folder.changes.subMap(token.cursor(), false, token.top(), true).entrySet()) {
            ObjectNode told = tell(entry.getValue(), gone);
            if (told == null) {
                continue;
            }
            if (value.size() == size) {
                page.put("@odata.nextLink", link("$skiptoken", token.at(entry.getKey() - 1)));
                return GraphReply.ok(page);
            }
            value.add(told);
        }
        page.put("@odata.deltaLink", link("$deltatoken", token.finished()));
        return GraphReply.ok(page);
    }

    /** What left the folder in this round. */
    private Set<Long> gone() {
        Set<Long> gone = new HashSet<>();
        for (Change change :
                folder.changes.subMap(token.base(), false, token.top(), true).values()) {
            if (change.gone()) {
                gone.add(change.key());
            }
        }
        return gone;
    }

    private @Nullable ObjectNode tell(Change change, Set<Long> gone) throws GraphRefusal {
        if (change.associated() || (change.gone() && token.isFirstRound())) {
            return null;
        }
        if (change.gone()) {
            ObjectNode removed = JsonNodeFactory.instance.objectNode();
            removed.put("@odata.type", "#microsoft.graph.contact");
            removed.put("id", ItemIds.of(change, request));
            removed.putObject("@removed").put("reason", "deleted");
            return removed;
        }
        StoredItem item = request.mailbox().items.get(change.item());
        boolean cameBack = request.prefer().immutableIds() && gone.contains(change.key()) && !token.isFirstRound();
        if (item == null || !item.kind.equals("Contact") || cameBack) {
            return null;
        }
        return selection.of(ContactView.of(item, request), ContactView.TYPE);
    }

    private String link(String option, DeltaToken next) {
        return request.link("contactfolders('" + ItemIds.of(folder) + "')/contacts/delta", option, next.write(request));
    }
}
