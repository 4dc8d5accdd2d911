package io.github.crosstie.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.plan.PlanBasis;
import io.github.crosstie.plan.PlanHeader;
import io.github.crosstie.plan.PlannedChange;
import io.github.crosstie.plan.Skip;
import io.github.crosstie.plan.SyncPlan;
import io.github.crosstie.plan.Totals;
import java.util.List;
import java.util.Objects;

/**
 * Plans as JSON documents (G1), to be kept, shown, compared and carried out later.
 *
 * <p>A document says its {@link #VERSION}, the header, the changes, what is left alone and what the changes presume;
 * {@code docs/plan-format.md} explains each member. It holds the values of fields, which are personal data, but no
 * secrets (G6).
 *
 * <p>Writing is deterministic: equal plans give equal texts, byte for byte. Reading gives back an equal plan, or
 * refuses what it does not understand with an {@link io.github.crosstie.fault.InvalidInputException} that names the
 * document, the path and the remedy: unknown members, values of the wrong type, totals that the changes do not add up
 * to, duplicate members, another version. Nothing is taken over then. Stateless and thread-safe.
 */
public final class PlanJson {

    /** The version of the format that is written, and the only one that is read. */
    public static final int VERSION = 1;

    private PlanJson() {}

    /**
     * Writes a plan.
     *
     * @param plan the plan
     * @return the document: indented by two spaces, lines ended by a line feed
     */
    public static String write(SyncPlan plan) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("version", VERSION);
        PlanHeaderJson.write(plan.header(), root.putObject("header"));
        root.set("changes", PlannedChangeJson.write(plan.changes()));
        root.set("skips", SkipJson.write(plan.skips()));
        PlanBasisJson.write(plan.basis(), root.putObject("basis"));
        return JsonText.print(root);
    }

    /**
     * Reads a plan.
     *
     * @param source what to call the document in messages, such as a file's name
     * @param json the document
     * @return the plan
     * @throws io.github.crosstie.fault.InvalidInputException if the document cannot be used
     */
    public static SyncPlan read(String source, String json) {
        JsonPlace root = JsonText.parse(Objects.requireNonNull(source, "source"), json);
        requireVersion(root);
        JsonSection section = root.section("version", "header", "changes", "skips", "basis");
        PlanHeader header = PlanHeaderJson.read(section.require("header"));
        ItemKind kind = header.collection().kind();
        List<PlannedChange> changes = section.require("changes").items(item -> PlannedChangeJson.read(kind, item));
        List<Skip> skips = section.require("skips").items(SkipJson::read);
        PlanBasis basis = PlanBasisJson.read(section.require("basis"));
        if (!header.totals().equals(Totals.of(changes, skips))) {
            throw section.require("header")
                    .nameOf("totals")
                    .fault("the changes add up to other totals; the document was cut or edited, plan again");
        }
        return new SyncPlan(header, changes, skips, basis);
    }

    /** Asked for first: what is unknown in a document of another version may well be known there. */
    private static void requireVersion(JsonPlace root) {
        JsonNode version = root.object().get("version");
        if (version == null) {
            throw root.fault("'version' is missing; a plan of this release says " + VERSION);
        }
        JsonPlace place = root.child("version", version);
        if (place.integer() != VERSION) {
            throw place.fault("plans of version " + place.integer() + " cannot be read by this release, which reads "
                    + VERSION + "; plan again");
        }
    }
}
