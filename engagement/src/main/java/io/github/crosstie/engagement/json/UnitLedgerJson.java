package io.github.crosstie.engagement.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.configuration.Spelling;
import io.github.crosstie.engagement.state.OptIn;
import io.github.crosstie.engagement.state.Removal;
import io.github.crosstie.engagement.state.RemovalKind;
import io.github.crosstie.engagement.state.UnitLedger;
import io.github.crosstie.engagement.state.UnitState;
import io.github.crosstie.state.ReleaseToken;
import java.util.Objects;

/**
 * Ledgers as JSON documents, for whoever implements {@link io.github.crosstie.engagement.state.LedgerStore}. They hold
 * the names of the admins who opted in, no other personal data, and no secrets (G6).
 *
 * <p>Equal ledgers give equal texts, byte for byte, so that a store may compare texts to replace one only if it is
 * still the expected one. Reading gives back an equal ledger, or refuses what it does not understand with an
 * {@link io.github.crosstie.fault.InvalidInputException} that names the document, the path and the remedy. Stateless
 * and thread-safe.
 */
public final class UnitLedgerJson {

    /** The version of the format that is written, and the only one that is read. */
    public static final int VERSION = 1;

    private UnitLedgerJson() {}

    /**
     * Writes a ledger.
     *
     * @param ledger the ledger
     * @return the document: indented by two spaces, lines ended by a line feed
     */
    public static String write(UnitLedger ledger) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("version", VERSION).put("state", Spelling.of(ledger.state()));
        OptIn optIn = ledger.optIn();
        if (optIn != null) {
            root.putObject("optIn")
                    .put("salesforceAdmin", optIn.salesforceAdmin())
                    .put("engagementAdmin", optIn.engagementAdmin())
                    .put("token", optIn.token().value())
                    .put("at", optIn.at().toString());
        }
        ArrayNode removals = root.putArray("removals");
        ledger.removals()
                .forEach(removal -> removals.addObject()
                        .put("kind", Spelling.of(removal.kind()))
                        .put("count", removal.count())
                        .put("at", removal.at().toString()));
        ArrayNode spent = root.putArray("spent");
        ledger.spent().forEach(token -> spent.add(token.value()));
        root.put("releases", ledger.releases());
        if (ledger.lastWriteAt() != null) {
            root.put("lastWriteAt", ledger.lastWriteAt().toString());
        }
        return Document.print(root);
    }

    /**
     * Reads a ledger.
     *
     * @param source what to call the document in messages, such as a unit's id
     * @param json the document
     * @return the ledger
     * @throws io.github.crosstie.fault.InvalidInputException if the document cannot be used
     */
    public static UnitLedger read(String source, String json) {
        Place root = Document.parse(Objects.requireNonNull(source, "source"), json)
                .only("version", "state", "optIn", "removals", "spent", "releases", "lastWriteAt");
        if (root.get("version").integer() != VERSION) {
            throw root.get("version").fault("only version " + VERSION + " is read; use the release that wrote it");
        }
        return root.build(() -> new UnitLedger(
                root.get("state").constant(UnitState.class),
                root.find("optIn").map(UnitLedgerJson::readOptIn).orElse(null),
                root.get("removals").list(UnitLedgerJson::readRemoval),
                root.get("spent").list(UnitLedgerJson::readToken),
                root.get("releases").longInteger(),
                root.find("lastWriteAt").map(Place::instant).orElse(null)));
    }

    private static OptIn readOptIn(Place place) {
        place.only("salesforceAdmin", "engagementAdmin", "token", "at");
        return place.build(() -> new OptIn(
                place.get("salesforceAdmin").text(),
                place.get("engagementAdmin").text(),
                readToken(place.get("token")),
                place.get("at").instant()));
    }

    private static Removal readRemoval(Place place) {
        place.only("kind", "count", "at");
        return place.build(() -> new Removal(
                place.get("kind").constant(RemovalKind.class),
                place.get("count").integer(),
                place.get("at").instant()));
    }

    private static ReleaseToken readToken(Place place) {
        return place.build(() -> new ReleaseToken(place.text()));
    }
}
