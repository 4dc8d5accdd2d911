package io.github.crosstie.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.configuration.Spelling;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.plan.Skip;
import io.github.crosstie.state.Waiting;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a plan leaves alone, why and until when. */
final class SkipJson {

    private SkipJson() {}

    static ArrayNode write(List<Skip> skips) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (Skip skip : skips) {
            ObjectNode one = all.addObject()
                    .<ObjectNode>set("records", RecordJson.writeAll(skip.records()))
                    .put("code", Spelling.of(skip.code()))
                    .put("reason", skip.reason());
            Waiting waiting = skip.waiting();
            if (waiting != null) {
                ObjectNode until = one.putObject("waiting");
                ArrayNode keys = until.putArray("keys");
                waiting.keys().forEach(keys::add);
                if (waiting.until() != null) {
                    until.put("until", waiting.until().toString());
                }
            }
        }
        return all;
    }

    static Skip read(JsonPlace place) {
        JsonSection section = place.section("records", "code", "reason", "waiting");
        return new Skip(
                RecordJson.readAll(section.require("records")),
                section.require("code").constant(OutcomeCode.class),
                section.require("reason").text(),
                section.find("waiting").map(SkipJson::readWaiting).orElse(null));
    }

    private static Waiting readWaiting(JsonPlace place) {
        JsonSection section = place.section("keys", "until");
        @Nullable Instant until = section.find("until").map(JsonPlace::instant).orElse(null);
        return new Waiting(new TreeSet<>(section.require("keys").items(JsonPlace::text)), until);
    }
}
