package io.github.crosstie.graph.internal.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.MailboxUnavailableException;
import io.github.crosstie.graph.internal.item.ExtendedProperty;
import io.github.crosstie.graph.internal.wire.GraphAnswer;
import io.github.crosstie.graph.internal.wire.GraphCall;
import io.github.crosstie.graph.internal.wire.GraphChannel;
import io.github.crosstie.graph.internal.wire.TroubleKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The folders of a mailbox that contacts and events are in, or were moved to. Thread-safe. */
public final class Folders {

    private static final ExtendedProperty ENTRY_ID = new ExtendedProperty("Binary 0x0FFF");
    private static final List<String> BINS = List.of("deleteditems", "recoverableitemsdeletions");

    private final GraphChannel channel;

    /**
     * The folders of a mailbox.
     *
     * @param channel the mailbox
     */
    public Folders(GraphChannel channel) {
        this.channel = channel;
    }

    /**
     * The mailbox itself: another one of the same address has another id.
     *
     * @return the id of its top folder
     */
    public String mailbox() {
        GraphCall call = GraphCall.get("find the mailbox", "mailFolders", "msgfolderroot")
                .query("$select", "id");
        GraphAnswer answer = channel.call(call);
        String id = answer.required().path("id").asText("");
        if (id.isEmpty()) {
            throw new ContractBrokenException(answer.where() + ": the top folder has no id; report it");
        }
        return id;
    }

    /**
     * The folder of contacts of a name, under Contacts (S17).
     *
     * @param name its name
     * @return the folder; empty if it is not there
     */
    public Optional<Place> contacts(String name) {
        GraphCall call = GraphCall.get("find the folder of contacts", "contactFolders")
                .query("$filter", "displayName eq '" + name.replace("'", "''") + "'")
                .query("$select", "id,displayName");
        return Pages.all(channel, call).stream()
                .filter(folder -> folder.path("displayName").asText("").equalsIgnoreCase(name))
                .map(Folders::place)
                .findFirst();
    }

    /**
     * Makes the folder of contacts of a name, under Contacts (S17).
     *
     * @param name its name
     * @return the folder, whoever made it in the end
     */
    public Place makeContacts(String name) {
        return create(name)
                .or(() -> contacts(name))
                .orElseThrow(() -> new MailboxUnavailableException(
                        "the folder of contacts to sync can be neither found nor made; is there another kind of"
                                + " folder of that name under Contacts?"));
    }

    /** Nothing if somebody else was faster. */
    private Optional<Place> create(String name) {
        JsonNode body = JsonNodeFactory.instance.objectNode().put("displayName", name);
        GraphAnswer answer = channel.call(GraphCall.post("make the folder of contacts", body, "contactFolders"));
        return isTaken(answer) ? Optional.empty() : Optional.of(place(answer.required()));
    }

    /** Whether a folder could not be made because there is one of its name. */
    static boolean isTaken(GraphAnswer answer) {
        return answer.trouble()
                .filter(trouble ->
                        trouble.kind() == TroubleKind.CONFLICT || trouble.code().equalsIgnoreCase("ErrorFolderExists"))
                .isPresent();
    }

    /**
     * The calendar that every mailbox has.
     *
     * @return the calendar
     */
    public Place calendar() {
        return place(channel.call(placed(GraphCall.get("find the calendar", "calendar")))
                .required());
    }

    /**
     * Where deleted items are: in Deleted Items, and where that is emptied to.
     *
     * @return the folders, as far as the server shows them
     */
    public List<Place> bins() {
        List<Place> bins = new ArrayList<>();
        for (GraphAnswer answer : channel.batch(BINS.stream()
                .map(bin -> placed(GraphCall.get("find deleted items", "mailFolders", bin)))
                .toList())) {
            if (answer.succeeded()) {
                bins.add(place(answer.body()));
            } else if (!answer.trouble().orElseThrow().kind().ofItem()) {
                answer.required();
            }
        }
        return bins;
    }

    private static GraphCall placed(GraphCall call) {
        return call.query("$select", "id").query("$expand", ExtendedProperty.expand(List.of(ENTRY_ID)));
    }

    private static Place place(JsonNode folder) {
        return new Place(folder.path("id").asText(""), ENTRY_ID.of(folder));
    }
}
