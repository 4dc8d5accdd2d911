package io.github.crosstie.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.configuration.Spelling;
import io.github.crosstie.connector.Removal;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.LinkBasis;
import io.github.crosstie.plan.PlanBasis;
import io.github.crosstie.plan.RecordBasis;
import io.github.crosstie.state.RecordKey;
import org.jspecify.annotations.Nullable;

/** What a plan presumes of links and records. A version that is not known has no member. */
final class PlanBasisJson {

    private PlanBasisJson() {}

    static void write(PlanBasis basis, ObjectNode into) {
        ArrayNode links = into.putArray("links");
        for (LinkBasis link : basis.links()) {
            ObjectNode one = links.addObject().put("id", link.id().value());
            write(Side.CRM, link.crm(), one);
            write(Side.MAIL, link.mail(), one);
        }
        ArrayNode records = into.putArray("records");
        for (RecordBasis record : basis.records()) {
            ObjectNode one = RecordJson.write(record.record());
            if (record.version() != null) {
                one.put("version", record.version().value());
            }
            if (record.removal() != null) {
                one.put("removal", Spelling.of(record.removal()));
            }
            records.add(one);
        }
    }

    private static void write(Side side, LinkBasis.@Nullable Known half, ObjectNode into) {
        if (half != null) {
            ObjectNode known = into.putObject(Spelling.of(side))
                    .put("record", half.record().value());
            if (half.version() != null) {
                known.put("version", half.version().value());
            }
        }
    }

    static PlanBasis read(JsonPlace place) {
        JsonSection section = place.section("links", "records");
        return new PlanBasis(
                section.require("links").items(PlanBasisJson::readLink),
                section.require("records").items(PlanBasisJson::readRecord));
    }

    private static LinkBasis readLink(JsonPlace place) {
        JsonSection section = place.section("id", "crm", "mail");
        LinkBasis.@Nullable Known crm =
                section.find("crm").map(PlanBasisJson::readHalf).orElse(null);
        LinkBasis.@Nullable Known mail =
                section.find("mail").map(PlanBasisJson::readHalf).orElse(null);
        return place.build(() -> new LinkBasis(RecordJson.link(section.require("id")), crm, mail));
    }

    private static LinkBasis.Known readHalf(JsonPlace place) {
        JsonSection section = place.section("record", "version");
        return new LinkBasis.Known(RecordJson.id(section.require("record")), version(section));
    }

    private static RecordBasis readRecord(JsonPlace place) {
        JsonSection section = place.section("crm", "mail", "version", "removal");
        if (section.has("crm") == section.has("mail")) {
            throw place.fault("a record is on one side; write crm or mail with its id");
        }
        Side side = section.has("crm") ? Side.CRM : Side.MAIL;
        RecordKey record = new RecordKey(side, RecordJson.id(section.require(Spelling.of(side))));
        @Nullable
        Removal removal =
                section.find("removal").map(at -> at.constant(Removal.class)).orElse(null);
        return place.build(() -> new RecordBasis(record, version(section), removal));
    }

    private static @Nullable ItemVersion version(JsonSection section) {
        return section.find("version").map(PlannedChangeJson::version).orElse(null);
    }
}
