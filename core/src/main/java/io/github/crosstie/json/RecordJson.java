package io.github.crosstie.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.configuration.Spelling;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.Pair;
import io.github.crosstie.state.LinkId;
import io.github.crosstie.state.RecordKey;
import java.util.List;

/** Which records are meant: an object whose member is the side and whose value is the id there. */
final class RecordJson {

    private static final String CRM = Spelling.of(Side.CRM);
    private static final String MAIL = Spelling.of(Side.MAIL);

    private RecordJson() {}

    static ObjectNode write(RecordKey record) {
        return JsonNodeFactory.instance
                .objectNode()
                .put(Spelling.of(record.side()), record.id().value());
    }

    static RecordKey read(JsonPlace place) {
        JsonSection section = place.section(CRM, MAIL);
        if (section.object().size() != 1) {
            throw place.fault("a record is on one side; write crm or mail with its id");
        }
        Side side = section.has(CRM) ? Side.CRM : Side.MAIL;
        return new RecordKey(side, id(section.require(Spelling.of(side))));
    }

    static ArrayNode writeAll(List<RecordKey> records) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        records.forEach(record -> all.add(write(record)));
        return all;
    }

    static List<RecordKey> readAll(JsonPlace place) {
        List<RecordKey> records = place.items(RecordJson::read);
        if (records.isEmpty()) {
            throw place.fault("no record is named; name one or two");
        }
        return records;
    }

    static JsonNode write(Pair pair) {
        return JsonNodeFactory.instance
                .objectNode()
                .put(CRM, pair.crm().value())
                .put(MAIL, pair.mail().value());
    }

    static Pair readPair(JsonPlace place) {
        JsonSection section = place.section(CRM, MAIL);
        return new Pair(id(section.require(CRM)), id(section.require(MAIL)));
    }

    static ItemId id(JsonPlace place) {
        return new ItemId(place.name());
    }

    static LinkId link(JsonPlace place) {
        return place.build(() -> new LinkId(place.text()));
    }
}
